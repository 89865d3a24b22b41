import { registerConflicts } from './conflicts/conflict-language.ts';
import { registerDockerfile } from './dockerfile/language.ts';
import type { Monaco } from './monaco-api.ts';
import { defineThemes } from './themes.ts';
import { provideWorkers } from './workers.ts';
import { registerYaml } from './yaml/language.ts';

/** What Monaco needs once, before the first editor: workers, themes and the languages with a service of their own. */
export function setUp(monaco: Monaco): void {
  provideWorkers();
  defineThemes(monaco);
  registerYaml(monaco);
  registerDockerfile(monaco);
  registerConflicts(monaco);
}
