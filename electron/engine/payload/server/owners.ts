import { sentence } from '../../../../shared/text/sentence.ts';
import type { RemoteHost } from '../../remote/remote-host.ts';
import { bytesOfText, textOfBytes } from '../../text/byte-text.ts';
import script from './owners.sh?raw';
import { garbled, runScript } from './run-script.ts';

/** A package that owns files of the payload. */
export interface PackageRecord {
  name: string;
  version: string;
  architecture: string;
  source: string;
  /** Its paragraph of dpkg's status; empty for other package managers. */
  paragraph: string;
}

export interface Owners {
  /** Owning package by path, as the package lists the path. */
  owner: Map<string, string>;
  /** What the package brought, by path: MD5 or SHA-256 in hex, or apk's `Q1` and base64 SHA-1. */
  digest: Map<string, string>;
  records: Map<string, PackageRecord>;
  /** Paths that are diverted or whose owner and mode the administrator set. */
  overridden: Set<string>;
}

/** Asks the package manager's own files about paths; those with newlines belong to no package. */
export async function askOwners(host: RemoteHost, paths: string[], signal: AbortSignal): Promise<Owners> {
  const plain = paths.filter((path) => !path.includes('\n'));
  const output = textOfBytes(await runScript(host, script, bytesOfText(`${plain.join('\n')}\n`), signal));
  if (!output.endsWith('Z\n')) throw garbled(host.label, sentence`the owners of files`);
  return parseOwners(output);
}

export function parseOwners(output: string): Owners {
  const found: Owners = { owner: new Map(), digest: new Map(), records: new Map(), overridden: new Set() };
  const status: string[] = [];
  for (const line of output.split('\n')) {
    const [tag, ...fields] = line.split('\t');
    if (tag === 'O' && fields[0] !== undefined && fields[1] !== undefined) found.owner.set(fields[1], fields[0]);
    if (tag === 'D' && fields[1] !== undefined && fields[2] !== undefined) found.digest.set(fields[2], fields[1]);
    if (tag === 'R') addRecord(found, fields);
    if (tag === 'S') status.push(fields.join('\t'));
    if (tag === 'V' && fields[0]?.startsWith('/')) found.overridden.add(fields[0]);
    if (tag === 'T') found.overridden.add(fields[0]?.split(' ').slice(3).join(' ') ?? '');
  }
  for (const paragraph of status.join('\n').split(/\n\n+/)) addParagraph(found, paragraph);
  return found;
}

function addRecord(found: Owners, [name, version, architecture, source]: string[]): void {
  if (name === undefined || version === undefined) return;
  found.records.set(name, { name, version, architecture: architecture ?? '', source: source ?? name, paragraph: '' });
}

/** One package's paragraph of /var/lib/dpkg/status (deb-control(5)); its conffiles are not in md5sums. */
function addParagraph(found: Owners, paragraph: string): void {
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1] ?? '';
  const name = field('Package');
  if (name === '') return;
  found.records.set(name, {
    name,
    version: field('Version'),
    architecture: field('Architecture'),
    source: field('Source').split(' ')[0] || name,
    paragraph,
  });
  for (const [, path, digest] of paragraph.matchAll(/^ (\/.*?) ([0-9a-f]{32})(?: obsolete)?$/gm)) {
    if (path !== undefined && digest !== undefined) found.digest.set(path, digest);
  }
}
