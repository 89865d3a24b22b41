import { basename } from '../paths.ts';
import type { Language } from './language.ts';
import { java, node, php, ruby, shell } from './others.ts';
import { perl } from './perl.ts';
import { python } from './python.ts';

export const languages: readonly Language[] = [java, node, perl, php, python, ruby, shell];

/** The language of an interpreter's executable. */
export function languageOf(program: string): Language | undefined {
  const name = basename(program);
  return languages.find((language) => language.programs.test(name));
}
