import type { ConfigFile, FileFact } from '../../../../shared/model/facts.ts';
import type { Parsed, Sections } from '../probe.ts';
import { readMetadata } from './metadata.ts';
import { readOwners } from './owners.ts';
import { readTexts } from './texts.ts';

export interface Files {
  configFiles: ConfigFile[];
  files: FileFact[];
}

/** Configuration texts, and metadata with owners of what running programs have to do with. */
export function parseFiles(sections: Sections): Parsed<Files> {
  const { configFiles, gaps } = readTexts('files', sections);
  const owner = readOwners(sections);
  const files = [...readMetadata(sections).values()].map((file) => withOwner(file, owner(file.path)));
  return { value: { configFiles, files }, gaps };
}

export function withOwner(file: FileFact, owner: string | undefined): FileFact {
  return owner === undefined ? file : { ...file, package: owner };
}
