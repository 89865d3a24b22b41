import type { Project, WizardStep } from '../../../shared/model/project.ts';
import { wizardStepSchema } from '../../../shared/model/project.ts';

/** The pages of the app, in their order. */
export type Step = 'start' | WizardStep;
export const steps: readonly Step[] = ['start', ...wizardStepSchema.options];

export function isStep(text: string): text is Step {
  return (steps as readonly string[]).includes(text);
}

/** What has to happen before a step makes sense. */
export type Blocker = 'project' | 'server' | 'scan' | 'plan' | 'docker';

export type StepState = { kind: 'open' } | { kind: 'done' } | { kind: 'blocked'; blocker: Blocker };

/** What can be done about a step of a project; without one, only `start` can be gone to. */
export function stepState(step: Step, project: Project | undefined): StepState {
  if (step === 'start') return project === undefined ? { kind: 'open' } : { kind: 'done' };
  if (project === undefined) return { kind: 'blocked', blocker: 'project' };
  const blocker = blockerOf(step, project);
  if (blocker !== undefined) return { kind: 'blocked', blocker };
  return isDone(step, project) ? { kind: 'done' } : { kind: 'open' };
}

function blockerOf(step: WizardStep, project: Project): Blocker | undefined {
  switch (step) {
    case 'connect':
      return undefined;
    case 'inventory':
      return project.server === undefined ? 'server' : undefined;
    case 'plan':
      return project.scan === undefined && !project.hasPlan ? 'scan' : undefined;
    case 'edit':
    case 'export':
      return project.hasPlan ? undefined : 'plan';
    case 'run':
      if (!project.hasPlan) return 'plan';
      return project.docker === undefined ? 'docker' : undefined;
  }
}

function isDone(step: WizardStep, project: Project): boolean {
  switch (step) {
    case 'connect':
      return project.server !== undefined && project.docker !== undefined;
    case 'inventory':
      return project.scan !== undefined;
    case 'plan':
      return project.hasPlan;
    case 'run':
      return project.lastRun !== undefined;
    case 'export':
      return isExported(project);
    case 'edit':
      return false;
  }
}

/** What left the machine is what was tested last. */
function isExported({ lastExport, lastRun }: Project): boolean {
  if (lastExport === undefined) return false;
  return lastRun === undefined || Date.parse(lastExport.at) >= Date.parse(lastRun.at);
}

/** The page to be at: the wanted one, or the first before it that is not blocked. */
export function reachableStep(wanted: Step, project: Project | undefined): Step {
  const upTo = steps.slice(0, steps.indexOf(wanted) + 1);
  return upTo.findLast((step) => stepState(step, project).kind !== 'blocked') ?? 'start';
}
