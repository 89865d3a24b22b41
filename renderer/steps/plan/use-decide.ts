import { useTranslation } from 'react-i18next';
import type { Choices } from '../../../shared/contract/inputs.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { JobSpec } from '../../jobs/jobs.ts';
import { useJobs } from '../../jobs/jobs-context.tsx';
import { type JobHandle, useJob } from '../../jobs/use-job.ts';
import { useProject } from '../../project/project.ts';

interface Decided {
  plan: Plan;
  conflicts: string[];
}

/** Has the engine plan from the scan: one such job at a time, whatever its answer is wanted for. */
export function useDecide(): {
  job: JobHandle<Decided>;
  decide: (choices: Choices, onPlan: (plan: Plan) => void) => void;
} {
  const { t } = useTranslation();
  const { directory } = useProject();
  const jobs = useJobs();
  const spec = (choices: Choices, onPlan: (plan: Plan) => void): JobSpec<Decided> => ({
    key: `decide ${directory}`,
    title: t('plan.deciding'),
    run: (client, signal) => client.projects.decide({ directory, choices }, { signal }),
    onDone: ({ plan }) => onPlan(plan),
  });
  return {
    job: useJob(spec({}, () => undefined)),
    decide: (choices, onPlan) => jobs.start(spec(choices, onPlan)),
  };
}
