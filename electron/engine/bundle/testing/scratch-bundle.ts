import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { plan } from '../../generate/__fixtures__/plans.ts';
import { generateBundle } from '../../generate/bundle-files.ts';
import { writeFiles } from '../write-files.ts';

/** A bundle of a small plan in a folder of its own, with a place beside it for other things. */
export interface ScratchBundle {
  /** Holds everything; gone with `remove`. */
  home: string;
  directory: string;
  put(path: string, content: string): void;
  /** Runs git in the bundle, or elsewhere below `home`. */
  git(args: string[], at?: string): string;
  remove(): void;
}

export async function scratchBundle(): Promise<ScratchBundle> {
  const home = mkdtempSync(join(tmpdir(), 'slipway-bundle-'));
  const directory = join(home, 'bundle');
  mkdirSync(directory);
  await writeFiles(directory, generateBundle({ plan: plan(), evidence: new Map(), images: new Map(), packages: [] }));
  return {
    home,
    directory,
    put(path, content) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), content);
    },
    git: (args, at = 'bundle') => execFileSync('git', args, { cwd: join(home, at), encoding: 'utf8', stdio: 'pipe' }),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
