import { readFile } from 'node:fs/promises';
import type { PlanInput } from '../../../shared/contract/inputs.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import { type Facts, factsSchema } from '../../../shared/model/facts.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { parseJson } from '../../../shared/text/parse-json.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { openStaging } from '../bundle/staging.ts';
import { writeFiles } from '../bundle/write-files.ts';
import { generateBundle } from '../generate/bundle-files.ts';
import type { JobContext } from '../job-context.ts';
import { scan } from '../probes/scan.ts';
import { withCleanup } from './cleanup.ts';
import { type Decision, decide } from './decide.ts';
import { openServer } from './open-server.ts';

/** Facts to `slipway.yaml` and the files that follow from the plan alone; fetches and builds nothing. */
export function plan(input: PlanInput, job: JobContext): Promise<{ directory: string; plan: Plan }> {
  return withCleanup(async (cleanup) => {
    const staging = await openStaging(input.directory);
    cleanup.defer(() => staging.discard());
    const decision = await decideFrom(input, job);
    const { packages } = decision.facts;
    const files = generateBundle({ plan: decision.plan, evidence: new Map(), images: new Map(), packages });
    await writeFiles(staging.path, files);
    await staging.commit();
    return { directory: input.directory, plan: decision.plan };
  });
}

function decideFrom(input: PlanInput, job: JobContext): Promise<Decision> {
  return withCleanup(async (cleanup) => {
    if (input.from.kind === 'facts') return decide(await readFacts(input.from.file), input.choices, undefined, job);
    const server = await openServer(input.from.server, cleanup, job);
    return decide(await scan(server.host, job), input.choices, server.host, job);
  });
}

async function readFacts(file: string): Promise<Facts> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw invalid(file, sentence`it cannot be read`, cause);
  });
  const facts = parseJson(text, factsSchema);
  if (!facts.success) throw invalid(file, sentence`it does not hold facts`, facts.error);
  return facts.data;
}

function invalid(file: string, why: string, cause: unknown): SlipwayError {
  return new SlipwayError('facts.invalid', sentence`${file} is no facts file: ${why}.`, {
    hint: sentence`Make one with \`slipway scan TARGET -o FILE\`.`,
    cause,
  });
}
