import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { streamJob } from '../engine/jobs/job-stream.ts';
import { createPendingQuestions } from '../engine/jobs/pending-questions.ts';

/** The contract, answered by an engine. Every transport serves this one router. */
export function createRouter(engine: Engine) {
  const os = implement(contract);
  const questions = createPendingQuestions();
  return os.router({
    scan: os.scan.handler(({ input, signal }) => streamJob((job) => engine.scan(input, job), questions, signal)),
    plan: os.plan.handler(({ input, signal }) => streamJob((job) => engine.plan(input, job), questions, signal)),
    migrate: os.migrate.handler(({ input, signal }) =>
      streamJob((job) => engine.migrate(input, job), questions, signal),
    ),
    build: os.build.handler(({ input, signal }) => streamJob((job) => engine.build(input, job), questions, signal)),
    verify: os.verify.handler(({ input, signal }) => streamJob((job) => engine.verify(input, job), questions, signal)),
    export: os.export.handler(({ input, signal }) => streamJob((job) => engine.export(input, job), questions, signal)),
    doctor: os.doctor.handler(({ input, signal }) => streamJob((job) => engine.doctor(input, job), questions, signal)),
    answer: os.answer.handler(({ input }) => ({
      accepted: questions.answer(input.job, input.question, input.value),
    })),
  });
}
