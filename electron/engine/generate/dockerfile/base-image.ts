import { SlipwayError } from '../../../../shared/errors.ts';
import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { commentText } from '../one-line.ts';
import type { Section } from './section.ts';

export function baseSection(workload: Workload, evidence: WorkloadEvidence): Section {
  if (workload.strategy === 'scratch') {
    return { why: 'Nothing but the files below: no shell, no package manager.', instruction: 'FROM scratch' };
  }
  const image = requireReference(workload.base.image);
  const digest =
    evidence.base.digest === ''
      ? ''
      : ` What this image has already is not in the payload: compared with ${evidence.base.digest}.`;
  return { why: `${workload.base.reason}${digest}`, instruction: `FROM ${image}` };
}

/** Registry, port, path, tag and digest, by the grammar of the distribution project; a `$` would be expanded. */
function requireReference(image: string): string {
  const component = '[a-z0-9]+(?:[._-]+[a-z0-9]+)*';
  const host = '(?:[A-Za-z0-9.-]+(?::[0-9]+)?/)?';
  const grammar = new RegExp(
    `^${host}${component}(?:/${component})*(?::[\\w][\\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
  );
  if (grammar.test(image)) return image;
  throw new SlipwayError('bundle.invalid', sentence`"${commentText(image)}" is not the name of an image.`, {
    hint: sentence`Set the base image in slipway.yaml (--base), such as debian:bookworm-slim.`,
  });
}
