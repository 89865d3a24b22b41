import type { Sections } from '../probe.ts';
import type { Section } from './sections.ts';

/** All sections of a name, joined: a probe may print one in parts. */
export function sectionText(sections: Sections, name: string): string {
  return Buffer.concat(sections.filter((section) => section.name === name).map((section) => section.body)).toString();
}

/** The lines of a section, without empty ones. */
export function sectionLines(sections: Sections, name: string): string[] {
  return sectionText(sections, name)
    .split('\n')
    .filter((line) => line !== '');
}

export function named(sections: Sections, name: string): readonly Section[] {
  return sections.filter((section) => section.name === name);
}

/** Contents of all files that the probe printed, by path. */
export function sectionFiles(sections: Sections): ReadonlyMap<string, Buffer> {
  return new Map(sections.flatMap((section) => [...(section.files ?? [])]));
}

/** A file's text; empty where the probe did not print it. */
export function fileText(files: ReadonlyMap<string, Buffer>, path: string): string {
  return files.get(path)?.toString() ?? '';
}

/** A whole number as the server wrote it, or the fallback. */
export function integer(text: string | undefined, fallback = 0): number {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(value) ? value : fallback;
}
