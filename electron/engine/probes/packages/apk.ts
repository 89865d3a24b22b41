import type { RawPackage } from './raw.ts';

/** Paragraphs of /lib/apk/db/installed; see the "Installed Database" of the apk v2 specification. */
export function readApk(text: string): RawPackage[] {
  return text.split(/\n\n+/).flatMap((paragraph) => readParagraph(paragraph.split('\n')) ?? []);
}

function readParagraph(lines: readonly string[]): RawPackage | undefined {
  const field = (letter: string) => lines.find((line) => line.startsWith(`${letter}:`))?.slice(2) ?? '';
  const names = (letter: string) =>
    field(letter)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => word.replace(/[<>=~].*/, ''));
  const name = field('P');
  if (name === '') return undefined;
  return {
    manager: 'apk',
    name,
    version: field('V'),
    architecture: field('A'),
    source: field('o') || name,
    essential: false,
    needs: names('D')
      .filter((need) => !need.startsWith('!'))
      .map((need) => [need]),
    provides: names('p'),
    conffiles: readConffiles(lines),
  };
}

/** Files below etc/ with their `Z:Q1…` digests: base64 of the SHA-1, given here as hex. */
function readConffiles(lines: readonly string[]): Map<string, string> {
  const conffiles = new Map<string, string>();
  let directory = '';
  let path = '';
  for (const line of lines) {
    if (line.startsWith('F:')) directory = line.slice(2);
    if (line.startsWith('R:')) path = `/${directory}/${line.slice(2)}`;
    if (line.startsWith('Z:Q1') && /^etc(\/|$)/.test(directory)) {
      conffiles.set(path, Buffer.from(line.slice(4), 'base64').toString('hex'));
    }
  }
  return conffiles;
}
