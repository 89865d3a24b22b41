import { readdir, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import SSHConfig, { type Directive, LineType, type Match, type Section } from 'ssh-config';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { isMissing } from '../../disk/if-there.ts';
import { matchesWildcard } from './wildcard.ts';

/** One directive of ssh_config(5), its includes read in; `host` and `match` hold what stands below them. */
export type ConfigNode =
  | { kind: 'setting'; name: string; words: string[] }
  | { kind: 'host'; patterns: string[]; body: ConfigNode[] }
  | { kind: 'match'; criteria: Map<string, string>; body: ConfigNode[] }
  | { kind: 'include'; body: ConfigNode[] };

/** What counts for every account of this machine. */
export const systemSshConfig = '/etc/ssh/ssh_config';

/** OpenSSH's own limit. */
const maxIncludeDepth = 16;

/** The nodes of a configuration file; none where there is no such file. Throws `usage` where it cannot be read. */
export async function readSshConfig(file: string, home: string, depth = 0): Promise<ConfigNode[]> {
  if (depth > maxIncludeDepth) {
    throw new SlipwayError('usage', sentence`${file}: more than ${maxIncludeDepth} files include each other.`, {
      hint: sentence`Check the Include lines for a circle.`,
    });
  }
  const text = await readText(file);
  return text === undefined ? [] : toNodes(parse(text, file), { file, home, depth });
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new SlipwayError('usage', sentence`${file} cannot be read.`, {
      hint: sentence`Check its permissions.`,
      cause: error,
    });
  }
}

function parse(text: string, file: string): SSHConfig {
  try {
    return SSHConfig.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SlipwayError('usage', sentence`${file} is not an ssh_config file: ${why}.`, {
      hint: sentence`Correct it in an editor: a quotation mark may be open, or a line may hold no setting.`,
      cause: error,
    });
  }
}

interface Place {
  file: string;
  home: string;
  depth: number;
}

async function toNodes(lines: SSHConfig, place: Place): Promise<ConfigNode[]> {
  const nodes: ConfigNode[] = [];
  for (const line of lines) {
    if (line.type === LineType.DIRECTIVE) nodes.push(await toNode(line, place));
  }
  return nodes;
}

async function toNode(line: Directive | Section | Match, place: Place): Promise<ConfigNode> {
  const words = typeof line.value === 'string' ? [line.value] : line.value.map(({ val }) => val);
  if ('criteria' in line) {
    const criteria = new Map(Object.entries(line.criteria).map(([name, value]) => [name.toLowerCase(), String(value)]));
    return { kind: 'match', criteria, body: await toNodes(line.config, place) };
  }
  if ('config' in line) return { kind: 'host', patterns: words, body: await toNodes(line.config, place) };
  if (line.param.toLowerCase() === 'include') return { kind: 'include', body: await readIncludes(words, place) };
  return { kind: 'setting', name: line.param.toLowerCase(), words };
}

async function readIncludes(patterns: string[], place: Place): Promise<ConfigNode[]> {
  const nodes: ConfigNode[] = [];
  for (const pattern of patterns) {
    for (const file of await expandPath(includePath(pattern, place))) {
      nodes.push(...(await readSshConfig(file, place.home, place.depth + 1)));
    }
  }
  return nodes;
}

/** Relative names are below ~/.ssh in a user's file and below /etc/ssh in the system's. */
function includePath(pattern: string, { file, home }: Place): string {
  if (pattern.startsWith('~/')) return join(home, pattern.slice(2));
  if (isAbsolute(pattern)) return pattern;
  return join(file.startsWith(home) ? join(home, '.ssh') : dirname(file), pattern);
}

/** Files that a path with `*` and `?` names, in the order of their names. */
async function expandPath(path: string): Promise<string[]> {
  if (!/[*?]/.test(path)) return [path];
  const directories = await expandPath(dirname(path));
  const pattern = path.slice(path.lastIndexOf('/') + 1);
  const found = await Promise.all(directories.map((directory) => matchingNames(directory, pattern)));
  return found.flat();
}

async function matchingNames(directory: string, pattern: string): Promise<string[]> {
  try {
    const names = await readdir(directory);
    return names
      .filter((name) => matchesWildcard(pattern, name) && (pattern.startsWith('.') || !name.startsWith('.')))
      .sort()
      .map((name) => join(directory, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
