import { resolve } from 'node:path';
import type { projectsContract } from '../../../shared/contract/projects.ts';
import type { Project } from '../../../shared/model/project.ts';
import type { EngineOf } from '../engine-of.ts';
import { openRecentProjects } from './store/recent.ts';

export type Projects = EngineOf<typeof projectsContract>;

/**
 * Projects on this machine. `recentFile` is where the list of the last opened ones is kept. As in the engine, what is
 * heavy is loaded when it is first asked for.
 */
export function createProjects({ recentFile }: { recentFile: string }): Projects {
  const recent = openRecentProjects(recentFile);
  const noted = async (project: Project): Promise<Project> => {
    const { directory, name, server } = project;
    const openedAt = new Date().toISOString();
    // A list that cannot be written is no reason to keep a person from their project.
    await recent.note({ directory, name, ...(server && { server: server.target }), openedAt }).catch(() => undefined);
    return project;
  };
  return {
    recent: () => recent.list(),
    leave: async ({ directory }) => {
      const [{ isRunningHere }, { releaseHold }] = await Promise.all([
        import('./store/busy.ts'),
        import('./store/hold.ts'),
      ]);
      if (!isRunningHere(directory)) releaseHold(resolve(directory));
      await recent.leave(directory);
    },
    forget: ({ directory }) => recent.forget(directory),
    create: async (input) => noted(await (await import('./create.ts')).createProject(input)),
    open: async (input) => noted(await (await import('./open.ts')).openProject(input)),
    holder: async (input) => (await import('./holder.ts')).holderOf(input),
    update: async (input) => noted(await (await import('./update.ts')).updateProject(input)),
    scan: async (input, job) => (await import('./scan.ts')).scanProject(input, job),
    scans: async (input) => (await import('./read.ts')).scansOf(input),
    facts: async (input) => (await import('./read.ts')).factsOf(input),
    services: async (input) => (await import('./read.ts')).servicesIn(input),
    saveFacts: async (input) => (await import('./save-facts.ts')).saveFacts(input),
    plan: async (input) => (await import('./read.ts')).planOf(input),
    decide: async (input, job) => (await import('./decide.ts')).decideProject(input, job),
    savePlan: async (input) => (await import('./save-plan.ts')).savePlan(input),
    survey: async (input, job) => (await import('./survey.ts')).surveyProject(input, job),
    evidence: async function* (input) {
      yield* (await import('./evidence.ts')).evidenceOfWorkload(input);
    },
    run: async (input, job) => (await import('./run/run.ts')).runProject(input, job),
    record: async function* (input) {
      yield* (await import('./run/record/read-record.ts')).recordOfRun(input);
    },
    stop: async (input, job) => (await import('./stop.ts')).stopProject(input, job),
    sweep: async (input, job) => (await import('./stop.ts')).sweepProject(input, job),
    parity: async (input) => (await import('./read.ts')).parityOf(input),
    undoRepair: async (input) => (await import('./undo-repair.ts')).undoRepair(input),
  };
}
