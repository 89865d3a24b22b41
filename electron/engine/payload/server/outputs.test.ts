import { describe, expect, it } from 'vitest';
import { parseHashes } from './hash.ts';
import { parseOwners } from './owners.ts';
import { encodeSurveyRequest } from './survey.ts';
import { parseSurvey } from './survey-output.ts';

function output(...fields: string[]): Buffer {
  return Buffer.from(fields.map((field) => `${field}\0`).join(''));
}

const file = ['E', 'f', '4755', '0', '7', '3', '1580608922.5000000000', '8:1', '1', '', '/a\nb'];

describe('parseSurvey', () => {
  it('reads packages, entries and names with newlines', () => {
    const survey = parseSurvey(output('M', 'dpkg', 'L', 'cache', 'P', 'tar', '/.\n/bin\n/bin/tar\n', ...file, 'Z'));
    expect(survey?.packages.get('tar')).toEqual(['/bin', '/bin/tar']);
    expect(survey?.entries.get('/a\nb')).toMatchObject({
      type: 'file',
      mode: 0o4755,
      gid: 7,
      size: 3,
      mtime: 1580608922,
    });
  });

  it('keeps names that are not UTF-8, and asks for them by the same bytes', () => {
    const name = Buffer.from([0x2f, 0xb0, 0xa1]);
    const bytes = Buffer.concat([output(...file.slice(0, -1)), name, Buffer.from([0]), output('Z')]);
    const [path = ''] = parseSurvey(bytes)?.entries.keys() ?? [];
    expect(path).toBe('/\udcb0\udca1');
    const asked = encodeSurveyRequest({ packages: [], trees: [path], paths: [path], prune: [] });
    expect(asked).toEqual(Buffer.concat([Buffer.from('.\n.\n/\\0260\\0241\n.\n'), name, Buffer.from([0])]));
  });

  it.each([
    ['an answer that is cut off', output(...file)],
    ['an unknown record', output('Q', 'Z')],
    ['numbers that are none', output('E', 'f', '755', '-1', '0', '0', '0', 'x', '1', '', '/a', 'Z')],
    ['a relative path', output(...file.slice(0, -1), 'a', 'Z')],
    ['an unknown package manager', output('M', 'pip', 'Z')],
    ['nothing', Buffer.alloc(0)],
  ])('gives nothing for %s', (_what, bytes) => {
    expect(parseSurvey(bytes)).toBeUndefined();
  });
});

describe('encodeSurveyRequest', () => {
  it('keeps hostile text inside its frame', () => {
    const request = encodeSurveyRequest({
      prune: ['/a*[b]'],
      packages: ['tar', 'x; rm -rf /', '../etc', '-o'],
      trees: ['/t\n.\n', 'relative'],
      paths: ['/p q', 'relative', '/nul\0inside'],
    });
    expect(request.toString()).toBe('/a\\0134\\0052\\0134\\0133b\\0134\\0135\n.\ntar\n.\n/t\\0012.\\0012\n.\n/p q\0');
  });
});

describe('parseOwners', () => {
  it('reads owners, digests, conffiles, diversions and overrides', () => {
    const owners = parseOwners(
      [
        'O\ttar\t/bin/tar',
        `D\ttar\t${'a'.repeat(32)}\t/bin/tar`,
        'S\tPackage: tar',
        'S\tVersion: 1.34',
        'S\tArchitecture: amd64',
        'S\tSource: tar-source (1.0)',
        'S\tConffiles:',
        `S\t /etc/tar.conf ${'b'.repeat(32)}`,
        'S\t',
        'S\tPackage: other',
        'V\t/bin/diverted',
        'V\t/bin/diverted.real',
        'T\troot crontab 2755 /usr/bin/with a space',
        'Z',
        '',
      ].join('\n'),
    );
    expect(owners.owner.get('/bin/tar')).toBe('tar');
    expect(owners.digest.get('/etc/tar.conf')).toBe('b'.repeat(32));
    expect(owners.records.get('tar')).toMatchObject({ version: '1.34', source: 'tar-source' });
    expect(owners.records.get('other')).toMatchObject({ source: 'other' });
    expect([...owners.overridden]).toEqual(['/bin/diverted', '/bin/diverted.real', '/usr/bin/with a space']);
  });
});

describe('parseHashes', () => {
  it('believes only what was asked', () => {
    const hash = 'c'.repeat(64);
    const text = `${hash}  /a\n${hash}  /other\ncapable /a cap_net_raw=ep\ncapable /b = cap_net_raw+ep\nhashes end\n`;
    expect(parseHashes(text, new Set(['/a', '/b']))).toEqual({
      hashes: new Map([['/a', hash]]),
      capable: new Set(['/a', '/b']),
    });
  });
});
