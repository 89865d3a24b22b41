import { type Instruction, parseInstructions, rangeOf } from '../../../../shared/dockerfile/instructions.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { distinct, type LineReason, type Reason, type Topic } from './line-reason.ts';

/**
 * Why each instruction of a workload's Dockerfile stands there: the plan's reasons for the decision that it comes from.
 * An instruction that was not generated like this is marked as changed; one that no decision leads to is the person's own.
 */
export function dockerfileReasons(text: string, generated: string | undefined, workload: Workload): LineReason[] {
  const before = new Set(parseInstructions(generated ?? '').map(normalized));
  const lines = text.split('\n');
  return parseInstructions(text).flatMap((instruction) => {
    const { first, last } = rangeOf(instruction);
    const changed = !before.has(normalized(instruction));
    const [topic, reasons] = decision(instruction, workload);
    const known = !changed || isDecided(topic, parseInstructions(generated ?? ''), instruction.keyword);
    const whole: LineReason = {
      first: startOfComment(lines, first),
      last,
      mark: first,
      topic: known ? topic : 'own',
      workload: workload.name,
      reasons: known ? distinct(reasons) : [],
      changed,
    };
    return topic === 'packages' && known ? [whole, ...packageLines(instruction, workload, changed)] : [whole];
  });
}

/** The first line of the comment that stands directly above a line; the line itself where there is none. */
function startOfComment(lines: readonly string[], line: number): number {
  const above = lines.slice(0, line - 1).findLastIndex((text) => !/^\s*#/.test(text));
  return above + 2;
}

/** A changed instruction still has the plan's reason where the plan led to one of its kind. */
function isDecided(topic: Topic, generated: Instruction[], keyword: string): boolean {
  return topic !== 'own' && generated.some((instruction) => instruction.keyword === keyword);
}

function normalized({ keyword, text }: Instruction): string {
  return `${keyword} ${text.replace(/\s+/g, ' ')}`;
}

function decision(instruction: Instruction, workload: Workload): [Topic, Reason[]] {
  const { keyword, text } = instruction;
  switch (keyword) {
    case 'FROM':
      return ['base', [{ text: workload.base.reason }]];
    case 'RUN':
      return [/\b(?:apt-get|yum|dnf|apk)\b/.test(text) ? 'packages' : 'own', []];
    case 'ADD':
      return [text.includes('payload.tar') ? 'payload' : 'own', []];
    case 'COPY':
      return copied(text, workload);
    case 'ENTRYPOINT':
      return ['entrypoint', preparation(workload)];
    case 'ENV':
      return ['environment', variables(text, workload)];
    case 'EXPOSE':
      return ['ports', ports(text, workload)];
    case 'VOLUME':
      return ['data', workload.data.map(({ path, reason }) => ({ subject: path, text: reason }))];
    case 'STOPSIGNAL':
      return ['stop', []];
    case 'USER':
      return ['user', [{ subject: workload.user.name, text: `${workload.user.uid}:${workload.user.gid}` }]];
    case 'WORKDIR':
      return ['workingDirectory', []];
    case 'CMD':
      return ['command', [{ text: workload.commandReason }, ...workload.evidence.map((found) => ({ text: found }))]];
    default:
      return ['own', []];
  }
}

function copied(text: string, workload: Workload): [Topic, Reason[]] {
  if (/(?:^|\s)app\/ /.test(text)) return ['app', []];
  return text.includes('entrypoint') ? ['entrypoint', preparation(workload)] : ['own', []];
}

/** What the entrypoint does before the command; the script itself says it in full. */
function preparation({ prepare, logs }: Workload): Reason[] {
  return [
    ...prepare.map((command) => ({ text: command.join(' ') })),
    ...logs.map(({ path, reason }) => ({ subject: path, text: reason })),
  ];
}

function variables(text: string, workload: Workload): Reason[] {
  const words = text.split(/\s+/);
  const named = workload.environment.filter(({ name }) => words.some((word) => word.startsWith(`${name}=`)));
  return named.map(({ name, reason }) => ({ subject: name, text: reason }));
}

function ports(text: string, workload: Workload): Reason[] {
  const listed = new Set(text.split(/\s+/).map((word) => Number.parseInt(word, 10)));
  return workload.ports
    .filter(({ container }) => listed.has(container))
    .map(({ container, protocol, reason }) => ({ subject: `${container}/${protocol}`, text: reason }));
}

/** Each `name=version` of an installation has a reason of its own. */
function packageLines(instruction: Instruction, workload: Workload, changed: boolean): LineReason[] {
  return instruction.lines.flatMap(({ number, text }) => {
    const word = /^\s*([A-Za-z0-9][\w.+~:-]*)\s*\\?\s*$/.exec(text.replace(/[=].*$/, ''))?.[1];
    const found = workload.files.packages.find(({ name }) => name === word || word?.startsWith(`${name}-`) === true);
    if (found === undefined) return [];
    const reasons = [{ subject: `${found.name} ${found.version}`, text: found.reason }];
    return [
      {
        first: number,
        last: number,
        mark: number,
        topic: 'packages' as const,
        workload: workload.name,
        reasons,
        changed,
      },
    ];
  });
}
