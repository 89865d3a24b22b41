import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { createPendingQuestions } from '../engine/jobs/pending-questions.ts';
import { errorsAsData } from './errors-as-data.ts';
import { bundleRouter } from './handlers/bundle.ts';
import { containersRouter } from './handlers/containers.ts';
import { demoRouter } from './handlers/demo.ts';
import { filesRouter } from './handlers/files.ts';
import { machineRouter } from './handlers/machine.ts';
import { projectsRouter } from './handlers/projects.ts';
import { runAsJob } from './handlers/run-as-job.ts';
import { shellRouters } from './handlers/shell.ts';
import { createRunningJobs } from './running-jobs.ts';
import type { ShellPort } from './shell-port.ts';

/** The contract, answered by an engine and by the shell around it. Every transport serves this one router. */
export function createRouter(engine: Engine, shell: ShellPort, running = createRunningJobs()) {
  const os = implement(contract).use(errorsAsData);
  const questions = createPendingQuestions();
  const job = runAsJob({ questions, running, secrets: shell.secrets });
  return os.router({
    scan: os.scan.handler(job(engine.scan)),
    plan: os.plan.handler(job(engine.plan)),
    migrate: os.migrate.handler(job(engine.migrate)),
    build: os.build.handler(job(engine.build)),
    verify: os.verify.handler(job(engine.verify)),
    export: os.export.handler(job(engine.export)),
    doctor: os.doctor.handler(job(engine.doctor)),
    answer: os.answer.handler(({ input }) => ({
      accepted: questions.answer(input.job, input.question, input.value),
    })),
    cancel: os.cancel.handler(({ input }) => ({ cancelled: running.cancel(input.job) })),
    projects: projectsRouter(engine.projects, job),
    files: filesRouter(engine.files),
    machine: machineRouter(engine.machine, job),
    containers: containersRouter(engine.containers, job),
    bundle: bundleRouter(engine.bundle, job),
    demo: demoRouter(engine.demo, job),
    ...shellRouters(shell),
  });
}

export type AppRouter = ReturnType<typeof createRouter>;
