import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import helper from './askpass.sh?raw';
import { type Answer, openPipes } from './askpass-pipes.ts';

/** What makes the ssh of one push ask us. */
export interface Askpass {
  /** Variables for git, which hands them on. */
  environment: NodeJS.ProcessEnv;
  /** Answers what ssh asks until the askpass is closed; rejects with what `answer` rejects with. */
  serve(answer: Answer): Promise<void>;
  /** Lets go of whoever still asks, and removes what was made. */
  close(): Promise<void>;
}

/**
 * Whether the user has a program of their own that asks, and ssh would start it: see SSH_ASKPASS in ssh(1). Many
 * systems name one that needs a display, whether there is one or not.
 */
export function hasOwnAskpass(environment: NodeJS.ProcessEnv): boolean {
  const { SSH_ASKPASS, SSH_ASKPASS_REQUIRE, DISPLAY, WAYLAND_DISPLAY } = environment;
  return (
    Boolean(SSH_ASKPASS) &&
    (/^(?:force|prefer)$/.test(SSH_ASKPASS_REQUIRE ?? '') || Boolean(DISPLAY || WAYLAND_DISPLAY))
  );
}

/** Undefined where no folder was found from which ssh could start a program of ours. */
export async function openAskpass(): Promise<Askpass | undefined> {
  // Hardened machines start no programs from the folder for temporary files.
  for (const parent of [tmpdir(), join(homedir(), '.cache', 'slipway')]) {
    const directory = await prepare(parent);
    if (directory !== undefined) return askpassIn(directory);
  }
  return undefined;
}

/** A folder that only this user may enter, with the program and its pipe. */
async function prepare(parent: string): Promise<string | undefined> {
  let directory: string | undefined;
  try {
    await mkdir(parent, { recursive: true });
    directory = await mkdtemp(join(parent, 'slipway-askpass-'));
    await writeFile(programIn(directory), helper, { mode: 0o700 });
    await promisify(execFile)(programIn(directory));
    return directory;
  } catch {
    if (directory !== undefined) await rm(directory, { recursive: true, force: true });
    return undefined;
  }
}

function askpassIn(directory: string): Askpass {
  const pipes = openPipes(directory);
  return {
    environment: {
      SSH_ASKPASS: programIn(directory),
      SSH_ASKPASS_REQUIRE: 'force',
      // OpenSSH before 8.4 looks for a display alone. Git's ssh shows nothing there.
      DISPLAY: process.env.DISPLAY || ':0',
      SLIPWAY_ASKPASS: directory,
    },
    serve: pipes.serve,
    async close() {
      pipes.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function programIn(directory: string): string {
  return join(directory, 'askpass');
}
