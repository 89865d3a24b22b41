import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import type { Owners } from '../server/owners.ts';
import type { SpooledFile } from '../stream/spool.ts';
import type { Chosen } from './choose.ts';

export interface Ownership {
  package?: string;
  /** What the package brought: hex, or apk's `Q1` and base64. */
  digest?: string;
  overridden: boolean;
}

/** Package lists name paths from before /usr was merged, so both forms are asked. */
export function aliasesOf(path: string): string[] {
  return /^\/usr\/(bin|sbin|lib[^/]*)\//.test(path) ? [path, path.slice('/usr'.length)] : [path];
}

export function ownershipOf(path: string, owners: Owners): Ownership {
  const aliases = aliasesOf(path);
  const first = (map: ReadonlyMap<string, string>): string | undefined =>
    aliases.map((alias) => map.get(alias)).find((value) => value !== undefined);
  const owner = first(owners.owner);
  const digest = first(owners.digest);
  return {
    ...(owner === undefined ? {} : { package: owner }),
    ...(digest === undefined ? {} : { digest }),
    overridden: aliases.some((alias) => owners.overridden.has(alias)),
  };
}

/** The digest to take besides SHA-256 while the file streams by. */
export function digestKind(digest: string | undefined): 'md5' | 'sha1' | undefined {
  if (digest === undefined) return undefined;
  if (/^[0-9a-f]{32}$/.test(digest)) return 'md5';
  return digest.startsWith('Q1') ? 'sha1' : undefined;
}

/** What maintainer scripts and triggers write and no package lists. */
const generated = [
  /^\/etc\/(ssl\/certs|alternatives|pki\/ca-trust\/extracted)\//,
  /^\/etc\/[^/]+\/(.*\/)?[a-z]+-enabled\//,
  /^\/etc\/(ld\.so\.cache|localtime|timezone|locale\.gen|mailcap|nsswitch\.conf|environment|default\/locale)$/,
  /^\/usr\/lib\/(locale\/locale-archive|mime\/|ssl\/)/,
  /\/(__pycache__\/[^/]+\.pyc|gschemas\.compiled|mime\.cache|icon-theme\.cache|giomodule\.cache|loaders\.cache)$/,
  /^\/var\/lib\/(php|ucf|systemd|dbus|polkit-1)\//,
];

export function originOf(
  chosen: Chosen,
  ownership: Ownership,
  spooled: SpooledFile | undefined,
): EvidenceEntry['origin'] {
  if (ownership.package === undefined) {
    return generated.some((pattern) => pattern.test(chosen.source)) ? 'generated' : 'unowned';
  }
  if (ownership.overridden) return 'changed';
  const { digest } = ownership;
  if (chosen.entry.type !== 'file' || spooled === undefined || digest === undefined) return 'unchanged';
  return matches(digest, spooled) ? 'unchanged' : 'changed';
}

function matches(digest: string, spooled: SpooledFile): boolean {
  if (digest.startsWith('Q1')) return spooled.sha1 === Buffer.from(digest.slice(2), 'base64').toString('hex');
  return digest.length === 64 ? digest === spooled.sha256 : digest === spooled.md5;
}
