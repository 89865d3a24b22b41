import { type Instruction, parseInstructions, rangeOf } from './instructions.ts';

/**
 * What the Dockerfile's grammar allows and practice forbids. The `DL` rules are hadolint's, by its numbers; what the
 * language service finds by itself (unknown instructions, missing arguments, ports, several CMD …) is not repeated.
 */
const rules = {
  /** Before FROM only ARG may stand. */
  DL3061: { severity: 'error', breaks: (it, all) => it.keyword !== 'ARG' && isBeforeFrom(it, all) },
  DL3004: { severity: 'error', breaks: (it) => it.keyword === 'RUN' && /(?:^|[\s;&|(])sudo(?:\s|$)/.test(it.text) },
  DL3011: { severity: 'error', breaks: (it) => it.keyword === 'EXPOSE' && exposesNoPort(it.text) },
  /** ADD unpacks archives and fetches URLs; for other files COPY says what happens. */
  DL3020: { severity: 'error', breaks: (it) => it.keyword === 'ADD' && !sourcesOf(it).some(isForAdd) },
  DL3023: { severity: 'error', breaks: (it, all) => it.keyword === 'COPY' && copiesFromItself(it, all) },
  DL3044: { severity: 'error', breaks: (it) => it.keyword === 'ENV' && usesWhatItSets(it.text) },
  DL3006: { severity: 'warning', breaks: (it, all) => it.keyword === 'FROM' && hasNoVersion(it, all) },
  DL3007: {
    severity: 'warning',
    breaks: (it) => it.keyword === 'FROM' && /^(?:--\S+\s+)*\S+:latest(?:\s|$)/.test(it.text),
  },
  /** A command in shell form runs below a shell that hands on no signal: the service is killed, not stopped. */
  DL3025: {
    severity: 'warning',
    breaks: (it) => (it.keyword === 'CMD' || it.keyword === 'ENTRYPOINT') && !it.text.startsWith('['),
  },
  /** What an image's environment holds can be read by everybody who has the image. */
  'secret-in-image': {
    severity: 'warning',
    breaks: (it) => (it.keyword === 'ENV' || it.keyword === 'ARG') && setNames(it.text).some(isSecretName),
  },
} satisfies Record<string, Rule>;

interface Rule {
  severity: 'error' | 'warning';
  breaks: (instruction: Instruction, all: Instruction[]) => boolean;
}

export type DockerfileRule = keyof typeof rules;

export interface Breach {
  rule: DockerfileRule;
  severity: Rule['severity'];
  /** From 1. */
  first: number;
  last: number;
}

/** Where a Dockerfile breaks a rule, in the order of its lines. */
export function breachesOf(dockerfile: string): Breach[] {
  const all = parseInstructions(dockerfile);
  const named = Object.entries(rules) as [DockerfileRule, Rule][];
  return all.flatMap((instruction) =>
    named
      .filter(([, rule]) => rule.breaks(instruction, all))
      .map(([rule, { severity }]) => ({ rule, severity, ...rangeOf(instruction) })),
  );
}

function isBeforeFrom(instruction: Instruction, all: Instruction[]): boolean {
  const from = all.findIndex(({ keyword }) => keyword === 'FROM');
  return all.indexOf(instruction) < from;
}

/** The words of ADD or COPY without flags and destination. */
function sourcesOf(instruction: Instruction): string[] {
  const words = instruction.text.startsWith('[')
    ? [...instruction.text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) => word)
    : instruction.text.split(/\s+/);
  return words.filter((word) => !word.startsWith('--')).slice(0, -1);
}

function isForAdd(source: string): boolean {
  return (
    /^(?:https?|ftp|git|ssh):\/\//.test(source) ||
    /^git@/.test(source) ||
    /\.(?:tar|t?gz|tgz|tbz2?|bz2|t?xz|txz|tzst|zst|Z|lzma|tlz)$/.test(source) ||
    /^<</.test(source) ||
    source.includes('$')
  );
}

/** The builder takes numbers that no port can have. */
function exposesNoPort(text: string): boolean {
  return [...text.matchAll(/(?:^|[\s-])(\d+)/g)].some(([, port]) => Number(port) > 65_535);
}

function copiesFromItself(instruction: Instruction, all: Instruction[]): boolean {
  const [, stage] = /--from=(\S+)/.exec(instruction.text) ?? [];
  const stages = all.slice(0, all.indexOf(instruction)).filter(({ keyword }) => keyword === 'FROM');
  const own = stages.at(-1);
  if (stage === undefined || own === undefined) return false;
  return stage === `${stages.length - 1}` || stage.toLowerCase() === aliasOf(own);
}

function aliasOf(from: Instruction): string | undefined {
  return /\sas\s+(\S+)\s*$/i.exec(from.text)?.[1]?.toLowerCase();
}

/** Without tag and digest the base is whatever is newest on the day of the build. */
function hasNoVersion(from: Instruction, all: Instruction[]): boolean {
  const [image = ''] = from.text.split(/\s+/).filter((word) => !word.startsWith('--'));
  const earlier = all.slice(0, all.indexOf(from)).filter(({ keyword }) => keyword === 'FROM');
  if (image === '' || image === 'scratch' || image.includes('$')) return false;
  if (earlier.some((stage) => aliasOf(stage) === image.toLowerCase())) return false;
  return !image.includes('@') && !image.slice(image.lastIndexOf('/') + 1).includes(':');
}

/** Names that an ENV or ARG sets, in the form `NAME=value …` or `NAME value`. */
function setNames(text: string): string[] {
  const unquoted = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""');
  const pairs = [...unquoted.matchAll(/(?:^|\s)([A-Za-z_]\w*)=/g)].map(([, name = '']) => name);
  return pairs.length > 0 ? pairs : [/^\w*/.exec(text)?.[0] ?? ''];
}

/** Within one ENV a variable still has the value from before it. */
function usesWhatItSets(text: string): boolean {
  const withoutLiterals = text.replace(/'[^']*'/g, "''").replace(/\\\$/g, '');
  return setNames(text).some((name) => {
    const value = new RegExp(`(?:^|\\s)${name}=("(?:[^"\\\\]|\\\\.)*"|\\S*)`).exec(withoutLiterals)?.[1] ?? '';
    const others = withoutLiterals.replace(value, '');
    return name !== '' && new RegExp(`\\$(?:${name}\\b|\\{${name}\\b)`).test(others);
  });
}

function isSecretName(name: string): boolean {
  const word =
    /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)(?:_|$)/i;
  // NAME_FILE points at a secret that is mounted: the way it should be.
  return word.test(name) && !/_FILE$/i.test(name);
}
