import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface HeldPushes {
  /** Whether a push has come as far as to be held. */
  isPushing(): boolean;
  /** Whether no process of any push is there any more. */
  isOver(): boolean;
  /** Lets pushes through. */
  release(): void;
}

/** Makes a bare repository that takes no push, and lets none end, until it is released. */
export function holdPushes(repository: string): HeldPushes {
  execFileSync('git', ['init', '--bare', '--quiet', '--initial-branch=main', repository]);
  const hook = join(repository, 'hooks/pre-receive');
  const held = join(repository, 'held');
  writeFileSync(held, '');
  writeFileSync(hook, `#!/bin/sh\nwhile [ -e "${held}" ]; do sleep 0.2; done\n`);
  chmodSync(hook, 0o755);
  return {
    isPushing: () => /receive-pack/.test(processesWith(repository)),
    isOver: () => processesWith(repository) === '',
    release: () => rmSync(held),
  };
}

function processesWith(text: string): string {
  const all = execFileSync('ps', ['-A', '-o', 'stat=,args='], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(text) && !line.startsWith('Z')).join('\n');
}
