import { sentence } from '../../../../shared/text/sentence.ts';
import type { RemoteHost } from '../../remote/remote-host.ts';
import { bytesOfText, textOfBytes } from '../../text/byte-text.ts';
import script from './hash.sh?raw';
import { garbled, runScript } from './run-script.ts';

export interface ServerHashes {
  /** Lower-case hex by path; what could not be read is missing. */
  hashes: Map<string, string>;
  /** Files with file capabilities, as far as the server has getcap. */
  capable: Set<string>;
}

/** Hashes files where they are. Names with newlines or backslashes, which the tools escape, are left out. */
export async function hashOnServer(
  host: RemoteHost,
  tool: 'sha256sum' | 'md5sum' | 'sha1sum',
  paths: string[],
  signal: AbortSignal,
): Promise<ServerHashes> {
  const plain = paths.filter((path) => !/[\\\n\r]/.test(path));
  if (plain.length === 0) return { hashes: new Map(), capable: new Set() };
  const input = bytesOfText(`${tool}\n${plain.map((path) => `${path}\0`).join('')}`);
  const output = textOfBytes(await runScript(host, script, input, signal));
  if (!output.endsWith('hashes end\n')) throw garbled(host.label, sentence`the hashes of files`);
  return parseHashes(output, new Set(plain));
}

export function parseHashes(output: string, asked: ReadonlySet<string>): ServerHashes {
  const hashes = new Map<string, string>();
  const capable = new Set<string>();
  for (const line of output.split('\n')) {
    const hash = /^([0-9a-f]{32,64}) [ *](\/.*)$/.exec(line);
    if (hash?.[1] !== undefined && hash[2] !== undefined && asked.has(hash[2])) hashes.set(hash[2], hash[1]);
    // Old and new getcap: "/bin/ping = cap_net_raw+ep", "/bin/ping cap_net_raw=ep".
    const capability = /^capable (\/.*?)(?: =)? \S*cap_\S*$/.exec(line);
    if (capability?.[1] !== undefined && asked.has(capability[1])) capable.add(capability[1]);
  }
  return { hashes, capable };
}
