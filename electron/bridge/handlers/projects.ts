import { implement } from '@orpc/server';
import { projectsContract } from '../../../shared/contract/projects.ts';
import type { Projects } from '../../engine/projects/projects.ts';
import type { RunAsJob } from './run-as-job.ts';

export function projectsRouter(projects: Projects, job: RunAsJob) {
  const os = implement(projectsContract);
  return os.router({
    recent: os.recent.handler(() => projects.recent(undefined)),
    create: os.create.handler(({ input }) => projects.create(input)),
    open: os.open.handler(({ input }) => projects.open(input)),
    holder: os.holder.handler(({ input }) => projects.holder(input)),
    leave: os.leave.handler(({ input }) => projects.leave(input)),
    forget: os.forget.handler(({ input }) => projects.forget(input)),
    update: os.update.handler(({ input }) => projects.update(input)),
    scan: os.scan.handler(job(projects.scan)),
    scans: os.scans.handler(({ input }) => projects.scans(input)),
    facts: os.facts.handler(({ input }) => projects.facts(input)),
    services: os.services.handler(({ input }) => projects.services(input)),
    saveFacts: os.saveFacts.handler(({ input }) => projects.saveFacts(input)),
    plan: os.plan.handler(({ input }) => projects.plan(input)),
    decide: os.decide.handler(job(projects.decide)),
    savePlan: os.savePlan.handler(({ input }) => projects.savePlan(input)),
    survey: os.survey.handler(job(projects.survey)),
    evidence: os.evidence.handler(({ input, signal }) => projects.evidence(input, signal)),
    run: os.run.handler(job(projects.run)),
    record: os.record.handler(({ input, signal }) => projects.record(input, signal)),
    stop: os.stop.handler(job(projects.stop)),
    sweep: os.sweep.handler(job(projects.sweep)),
    parity: os.parity.handler(({ input }) => projects.parity(input)),
    undoRepair: os.undoRepair.handler(({ input }) => projects.undoRepair(input)),
  });
}
