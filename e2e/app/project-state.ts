import { createHash } from 'node:crypto';
import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const largest = 64 * 1024 * 1024;

/** What a project's folder says of itself, for a test that knows none of the app's code. */
export function settingsOf(project: string): {
  step: string;
  running?: object;
  kept?: { run: string; unfinished?: string[] };
} {
  return JSON.parse(readFileSync(join(project, '.slipway/project.json'), 'utf8'));
}

/** Every file that belongs to the project itself, with a hash of its content; `.slipway` is the app's own. */
export function contentOf(project: string): Record<string, string> {
  const paths = filesBelow(project, (path) => path !== '.slipway' && path !== '.git');
  return Object.fromEntries(paths.map((path) => [path, hashOf(join(project, path))]));
}

/** What a killed process may have left half done: files that do not parse, and drafts of any kind. */
export function halfDone(project: string): string[] {
  return filesBelow(project).filter((path) => isDraft(path) || !parses(join(project, path)));
}

function isDraft(path: string): boolean {
  return /^\.slipway\/(?:work|commit-|git-|journal|outside)|\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(path);
}

function parses(file: string): boolean {
  try {
    if (file.endsWith('.json')) JSON.parse(readFileSync(file, 'utf8'));
    if (file.endsWith('slipway.yaml') || file.endsWith('compose.yaml')) parse(readFileSync(file, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

/** All but what is below folders that are not wanted. The app may be at removing some of it. */
function filesBelow(root: string, wanted: (folder: string) => boolean = () => true): string[] {
  const below = (folder: string): string[] =>
    entriesOf(join(root, folder)).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return [path];
      return wanted(path) ? below(path) : [];
    });
  return below('').sort();
}

/** None of a folder that is gone. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (existsSync(folder)) throw error;
    return [];
  }
}

function hashOf(file: string): string {
  const found = lstatSync(file);
  // Whoever is about to kill has no time to read what is that large.
  if (found.size > largest) return `${found.size} bytes`;
  const content = found.isSymbolicLink() ? readlinkSync(file) : readFileSync(file);
  return createHash('sha256').update(content).digest('hex');
}
