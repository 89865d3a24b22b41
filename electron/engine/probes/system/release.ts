import type { Facts } from '../../../../shared/model/facts.ts';
import { fileText } from '../wire/read.ts';

type Release = Pick<Facts['os'], 'id' | 'like' | 'versionId' | 'codename' | 'prettyName'>;

/** os-release(5); releases older than that file tell by a file of their own. */
export function readRelease(files: ReadonlyMap<string, Buffer>): Release {
  const text = fileText(files, '/etc/os-release') || fileText(files, '/usr/lib/os-release');
  if (text.trim() === '') return oldRelease(files);
  const fields = readAssignments(text);
  const field = (name: string) => fields.get(name) ?? '';
  const [, codename = ''] = /\(([^)]+)\)/.exec(field('VERSION')) ?? [];
  return {
    id: field('ID').toLowerCase() || 'linux',
    like: field('ID_LIKE')
      .split(/\s+/)
      .filter((word) => word !== ''),
    versionId: field('VERSION_ID'),
    codename: field('VERSION_CODENAME') || codename.toLowerCase(),
    prettyName: field('PRETTY_NAME') || field('NAME'),
  };
}

function oldRelease(files: ReadonlyMap<string, Buffer>): Release {
  const redhat = fileText(files, '/etc/redhat-release').trim();
  const [, name = '', version = '', codename = ''] = /^(.*?) release (\S+)(?: \((.*)\))?/.exec(redhat) ?? [];
  if (name !== '') {
    const id = name.startsWith('Red Hat') ? 'rhel' : (name.split(' ')[0] ?? '').toLowerCase();
    return {
      id,
      like: id === 'rhel' ? [] : ['rhel', 'fedora'],
      versionId: version,
      codename: codename.toLowerCase(),
      prettyName: redhat,
    };
  }
  const alpine = fileText(files, '/etc/alpine-release').trim();
  if (alpine !== '')
    return { id: 'alpine', like: [], versionId: alpine, codename: '', prettyName: `Alpine Linux ${alpine}` };
  const debian = fileText(files, '/etc/debian_version').trim();
  if (debian !== '') return { id: 'debian', like: [], versionId: debian, codename: '', prettyName: `Debian ${debian}` };
  return { id: '', like: [], versionId: '', codename: '', prettyName: '' };
}

/** Shell-like `NAME=value` lines, with the quotes of os-release(5) and locale.conf(5) taken off. */
export function readAssignments(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, raw] = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && raw !== undefined) fields.set(name, unquote(raw));
  }
  return fields;
}

function unquote(raw: string): string {
  const [, quote, inner] = /^(["'])(.*)\1$/.exec(raw) ?? [];
  if (inner === undefined) return raw;
  return quote === '"' ? inner.replace(/\\([\\"$`])/g, '$1') : inner;
}
