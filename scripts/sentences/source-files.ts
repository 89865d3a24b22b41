import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Where sentences stand that a plan keeps or an error says, and the window translates. */
const engine = ['electron/engine', 'electron/bridge', 'electron/local', 'shared'];

/** The sources of the engine, without tests and what only they need. */
export function engineSources(): ts.SourceFile[] {
  return sourcesIn(engine);
}

/** The sources of the window, which writes a few reasons of its own into a plan. */
export function windowSources(): ts.SourceFile[] {
  return sourcesIn(['renderer']);
}

function sourcesIn(folders: readonly string[]): ts.SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(join(project, folder), { recursive: true, withFileTypes: true }))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$|__fixtures__|\/testing\//.test(path))
    .sort()
    .map(parse);
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(project, path), 'utf8'), ts.ScriptTarget.Latest, true);
}
