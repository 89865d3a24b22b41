import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { projectName } from '../compose/compose.ts';
import { evidenceOf } from '../evidence-of.ts';
import { type Language, translated } from '../language/phrase.ts';
import { volumesOf } from '../volumes.ts';
import { inlineCode, list, markdownText } from './markdown.ts';
import { WORDS } from './words.ts';

type Evidence = ReadonlyMap<string, WorkloadEvidence>;

/** What is kept in volumes, and how the server's data gets into them. */
export function dataSection(plan: Plan, evidence: Evidence, language: Language): string {
  const lines = plan.workloads.flatMap((workload) =>
    workload.data.map(({ path, filled, reason }) => {
      const start = filled ? ` ${WORDS.dataFilled[language]}` : '';
      return `${inlineCode(workload.name)}: ${inlineCode(path)}, ${markdownText(translated(reason, language))}${start}`;
    }),
  );
  if (lines.length === 0) return WORDS.noData[language];
  const commands = plan.workloads.flatMap((workload) => copyCommands(plan, workload, evidence));
  const copy = commands.length === 0 ? [] : [WORDS.dataCopy[language], shell(commands)];
  return [WORDS.data[language], list(lines), WORDS.dataStart[language], ...copy].join('\n\n');
}

/** Paths that are one word in each of the two shells that a command goes through, and no option. */
const plain = /^\/[\w./@+-]+$/;

/** Over SSH from the server's directory into the new volume, with the owners as numbers: the image has the server's. */
function copyCommands(plan: Plan, workload: Workload, evidence: Evidence): string[] {
  const volumes = volumesOf(plan, workload, evidenceOf(evidence, workload));
  const image = workload.strategy === 'scratch' ? 'busybox' : workload.base.image;
  return volumes
    .filter(({ purpose, path }) => purpose === 'data' && plain.test(path))
    .map(({ name, path }) => {
      const volume = `${projectName(plan.server.name)}_${name}`;
      return `ssh root@SERVER tar --numeric-owner -C ${path} -cf - . | docker run --rm -i -v ${volume}:/to ${image} tar -C /to -xpf -`;
    });
}

function shell(commands: string[]): string {
  return ['```', 'docker compose up --no-start', ...commands, 'docker compose up --detach', '```'].join('\n');
}
