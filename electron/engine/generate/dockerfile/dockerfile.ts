import { SlipwayError } from '../../../../shared/errors.ts';
import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { ENTRYPOINT_FILE, needsEntrypoint } from '../entrypoint.ts';
import { sentences } from '../one-line.ts';
import { requireAbsolute, requireSignal, requireVariable } from '../plan-checks.ts';
import { baseSection } from './base-image.ts';
import { contentSections } from './content.ts';
import { installInstruction, packagesToInstall } from './install-packages.ts';
import { comment, formatSections, type Section } from './section.ts';
import { runAs, userInstruction } from './user.ts';
import { execForm, expandedList, expandedWord } from './word.ts';

/**
 * The first lines are constant text without `=`: whatever follows them is no longer read as a parser directive.
 */
const HEADER = comment(
  'Written by Slipway from slipway.yaml. Edit it freely: your changes are merged when it is written again.',
);

/** The Dockerfile of a workload: FROM, ADD, CMD, and of the rest only what this workload needs. */
export function dockerfile(plan: Plan, workload: Workload, evidence: WorkloadEvidence): string {
  const sections = [
    baseSection(workload, evidence),
    ...packageSections(plan, workload, evidence),
    ...contentSections(workload, evidence),
    ...environmentSections(workload),
    ...runtimeSections(workload),
    ...startSections(workload),
  ];
  return `${HEADER}\n\n${formatSections(sections)}\n`;
}

function packageSections(plan: Plan, workload: Workload, evidence: WorkloadEvidence): Section[] {
  if (workload.strategy !== 'packages') return [];
  const packages = packagesToInstall(workload, evidence);
  if (packages.length === 0) return [];
  const why = 'The packages of the server in its versions; recommended ones and package lists stay out.';
  return [{ why, instruction: installInstruction(plan.server, packages) }];
}

/** One instruction for all variables that come from the same place. */
function environmentSections(workload: Workload): Section[] {
  const reasons = [...new Set(workload.environment.map(({ reason }) => reason))];
  return reasons.map((why) => {
    const words = workload.environment
      .filter(({ reason }) => reason === why)
      .map(({ name, value }) => `${requireVariable(name)}=${expandedWord(value, `The environment variable ${name}`)}`);
    return { why, instruction: `ENV ${words.join(' \\\n    ')}` };
  });
}

function runtimeSections(workload: Workload): Section[] {
  const sections: Section[] = [];
  const published = workload.ports.filter((port) => port.publish);
  const ports = [...new Set(published.map(({ container, protocol }) => exposed(container, protocol)))];
  if (ports.length > 0) {
    sections.push({ why: sentences(published.map((port) => port.reason)), instruction: `EXPOSE ${ports.join(' ')}` });
  }
  const data = workload.data.map((entry) => requireAbsolute(entry.path)).sort();
  if (data.length > 0) {
    const why = `Data that outlives the container: ${sentences(workload.data.map((entry) => entry.reason))}`;
    sections.push({ why, instruction: `VOLUME ${expandedList(data, 'A data path')}` });
  }
  if (workload.stop.signal !== 'SIGTERM') {
    const why = 'The signal that stops this service in an orderly way.';
    sections.push({ why, instruction: `STOPSIGNAL ${requireSignal(workload.stop.signal)}` });
  }
  const user = userInstruction(workload);
  if (user !== undefined) sections.push({ why: userReason(workload), instruction: user });
  if (workload.workingDirectory !== '/') {
    const directory = expandedWord(requireAbsolute(workload.workingDirectory), 'The working directory');
    sections.push({
      why: 'Relative paths of the service start here, as on the server.',
      instruction: `WORKDIR ${directory}`,
    });
  }
  return sections;
}

function startSections(workload: Workload): Section[] {
  if (workload.command.length === 0 || workload.command[0] === '') {
    throw new SlipwayError('bundle.invalid', sentence`Workload "${workload.name}" has no command to start.`, {
      hint: sentence`Set its command in slipway.yaml.`,
    });
  }
  const start: Section = { why: workload.commandReason, instruction: `CMD ${execForm(workload.command)}` };
  if (!needsEntrypoint(workload)) return [start];
  const why = 'Runs that script, which then becomes the command below.';
  return [{ why, instruction: `ENTRYPOINT ${execForm(['/bin/sh', `/${ENTRYPOINT_FILE}`])}` }, start];
}

function userReason(workload: Workload): string {
  const { groupAdd } = runAs(workload);
  const rest = groupAdd.length === 0 ? '' : ` Its further groups (${groupAdd.join(', ')}) are given when it is run.`;
  return `Runs as ${workload.user.name}, as on the server.${rest}`;
}

function exposed(port: number, protocol: string): string {
  return protocol === 'tcp' ? `${port}` : `${port}/${protocol}`;
}
