import type { DemoState } from '../../shared/model/demo.ts';
import type { Project, RecentProject } from '../../shared/model/project.ts';
import type { FileContent, ProjectFile } from '../../shared/model/project-file.ts';
import type { Preferences } from '../../shared/model/shell.ts';
import { createFakeJobs } from './fake-jobs.ts';
import { recorded } from './recorded.ts';

/**
 * `full`: a project that went all the way; `fresh`: one just created; `empty`: nothing anywhere; `failing`: nothing can be
 * read; `waiting`: no reading ever ends; `held`: another program has the project open.
 */
export const scenarios = ['full', 'fresh', 'empty', 'failing', 'waiting', 'held'] as const;
export type Scenario = (typeof scenarios)[number];

export interface FakeOptions {
  scenario: Scenario;
  /** Milliseconds between two messages of a job. */
  pace: number;
  preferences: Preferences;
  /** Thousands of processes and hundreds of thousands of files, to see that the page stays quick. */
  large: boolean;
  /** Files that the engineer changed, one of them with a conflict. */
  edited: boolean;
}

export interface FakeFile extends ProjectFile {
  content: FileContent | undefined;
}

export const home = '/home/engineer';
export const portalDirectory = `${home}/portal`;

/** Everything that the fake engine remembers. */
export function createWorld(options: FakeOptions) {
  return {
    options,
    jobs: createFakeJobs(),
    preferences: { ...options.preferences },
    projects: new Map<string, Project>(firstProjects(options.scenario).map((project) => [project.directory, project])),
    recent: firstRecent(options.scenario),
    plan: structuredClone(recorded.plan),
    demo: firstDemo(options.scenario),
    files: new Map<string, FakeFile>(),
    pause(...signals: (AbortSignal | undefined)[]): Promise<void> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, options.pace);
        for (const signal of signals) {
          const stop = () => {
            clearTimeout(timer);
            reject(signal?.reason);
          };
          if (signal?.aborted) stop();
          signal?.addEventListener('abort', stop, { once: true });
        }
      });
    },
  };
}
export type World = ReturnType<typeof createWorld>;

export const newestScan = {
  id: '2026-11-02T08-30-00Z',
  takenAt: '2026-11-02T08:30:00.000Z',
  hostname: recorded.facts.os.hostname,
  os: recorded.facts.os.prettyName,
  access: recorded.facts.access,
};

/** Another program that has the project open. */
const heldBy = { host: 'build-desk', pid: 4711, since: '2026-11-02T07:12:00.000Z' };

function firstProjects(scenario: Scenario): Project[] {
  const bare = { directory: portalDirectory, name: 'portal', step: 'connect', hasPlan: false } as const;
  if (scenario === 'empty') return [];
  if (scenario === 'fresh') return [bare];
  return [{ ...bare, ...everything(), ...(scenario === 'held' && { heldBy }) }];
}

function everything() {
  const result = recorded.run.find((message) => message.type === 'result');
  return {
    step: 'plan' as const,
    server: { target: 'engineer@portal', identityFiles: [], jump: [], sudo: true, acceptNewHostKey: false },
    docker: { host: 'default', identityFiles: [], acceptNewHostKey: false },
    scan: newestScan,
    hasPlan: true,
    ...(result === undefined ? {} : { lastRun: { at: '2026-11-02T08:41:00.000Z', result } }),
    lastExport: {
      way: 'push' as const,
      at: '2026-11-02T08:55:00.000Z',
      url: 'https://git.example.net/portal.git',
      branch: 'main',
      commit: '9b1d04c7a2e85f60c3d1b7a94e02f8d6c5a3b710',
    },
  };
}

/** The demo server that runs: one in a full life, none at the beginning. */
function firstDemo(scenario: Scenario): DemoState['started'] {
  if (scenario !== 'full') return undefined;
  return { directory: `${home}/slipway/demo`, at: '2026-11-02T07:55:00.000Z', running: true };
}

function firstRecent(scenario: Scenario): RecentProject[] {
  if (scenario === 'empty') return [];
  const of = (name: string, server: string | undefined, openedAt: string, exists = true): RecentProject => ({
    directory: `${home}/${name}`,
    name,
    ...(server === undefined ? {} : { server }),
    openedAt,
    exists,
  });
  return [
    of('portal', 'engineer@portal', '2026-11-02T08:41:00.000Z'),
    of('shop-frontend', 'deploy@shop.example.net', '2026-10-28T14:05:00.000Z'),
    of('mail-gateway', undefined, '2026-09-16T09:12:00.000Z', false),
  ];
}
