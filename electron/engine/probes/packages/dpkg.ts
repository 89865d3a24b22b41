import type { RawPackage } from './raw.ts';

/** Paragraphs of /var/lib/dpkg/status that are installed. See deb-control(5) and dpkg-query(1). */
export function readDpkg(text: string): RawPackage[] {
  return text.split(/\n\n+/).flatMap((paragraph) => readParagraph(readFields(paragraph)) ?? []);
}

function readFields(paragraph: string): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of paragraph.split('\n')) {
    const [, key, value] = /^([A-Za-z-]+):\s?(.*)$/.exec(line) ?? [];
    const starts = key !== undefined && value !== undefined;
    if (starts) name = key;
    fields.set(name, starts ? value : `${fields.get(name) ?? ''}\n${line}`);
  }
  return fields;
}

function readParagraph(fields: ReadonlyMap<string, string>): RawPackage | undefined {
  const name = fields.get('Package');
  if (name === undefined || !/ (installed|half-configured|triggers-\w+|unpacked)$/.test(fields.get('Status') ?? ''))
    return undefined;
  return {
    manager: 'dpkg',
    name,
    version: fields.get('Version') ?? '',
    architecture: fields.get('Architecture') ?? '',
    source: fields.get('Source')?.split(' ')[0] ?? name,
    essential: fields.get('Essential') === 'yes',
    needs: ['Pre-Depends', 'Depends'].flatMap((field) => readRelations(fields.get(field) ?? '')),
    provides: readRelations(fields.get('Provides') ?? '').flat(),
    conffiles: readConffiles(fields.get('Conffiles') ?? ''),
  };
}

/** `a (>= 1) | b:any, c` as names, alternatives kept together. */
function readRelations(value: string): string[][] {
  const relations = value.split(',').map((relation) =>
    relation
      .split('|')
      .map((alternative) =>
        alternative
          .replace(/[([<].*/s, '')
          .trim()
          .replace(/:[a-z0-9-]+$/, ''),
      )
      .filter((name) => name !== ''),
  );
  return relations.filter((alternatives) => alternatives.length > 0);
}

/** ` PATH MD5 [obsolete]` lines; a new conffile that dpkg has not seen yet has `newconffile` for its digest. */
function readConffiles(value: string): Map<string, string> {
  const conffiles = new Map<string, string>();
  for (const line of value.split('\n')) {
    const [, path, md5] = /^ (\/.*) ([0-9a-f]{32})$/.exec(line) ?? [];
    if (path !== undefined && md5 !== undefined) conffiles.set(path, md5);
  }
  return conffiles;
}
