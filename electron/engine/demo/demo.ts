import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { demoContract } from '../../../shared/contract/demo.ts';
import type { DemoServer, DemoState } from '../../../shared/model/demo.ts';
import type { EngineOf } from '../engine-of.ts';
import type { JobContext } from '../job-context.ts';
import type { Projects } from '../projects/projects.ts';
import { forgetHostKey } from '../remote/host-keys/forget-host-key.ts';
import { checkoutAbove } from './checkout.ts';
import { prepareProject, requireUsable } from './demo-project.ts';
import { startServer, stopServer, type Tools } from './demo-server.ts';
import { findNode } from './find-node.ts';
import { noCheckout, noNode } from './impossible.ts';
import { readNote, removeNote, writeNote } from './note.ts';

export type Demo = EngineOf<typeof demoContract>;

interface Surroundings {
  /** The folder of what belongs to the person. */
  settings: string;
  projects: Projects;
  /** Whose `~/.ssh` it is. */
  home?: string;
  /** The checkout, and what runs its scripts; undefined where there is none. */
  machine?: { root: string | undefined; node: string | undefined };
}

/** The demo server of this machine: started and removed by the checkout's own scripts, which share no code with the engine. */
export function createDemo(surroundings: Surroundings): Demo {
  const { settings, projects, home = homedir(), machine = thisMachine() } = surroundings;
  const { root, node } = machine;
  const noteFile = join(settings, 'demo-server.json');

  async function state(): Promise<DemoState> {
    const note = await readNote(noteFile);
    const started = note && { directory: note.directory, at: note.at, running: note.running };
    return { possible: isPossible(machine), ...(started && { started }) };
  }

  function tools(): Tools {
    if (root === undefined) throw noCheckout();
    if (node === undefined) throw noNode();
    return { root, node };
  }

  async function start(input: { directory: string }, job: JobContext): Promise<DemoServer> {
    const scripts = tools();
    const directory = resolve(input.directory);
    await requireUsable(directory);
    const { known } = (await readNote(noteFile)) ?? {};
    const note = { directory, at: new Date().toISOString() };
    await writeNote(noteFile, { ...note, running: false, ...(known && { known }) });
    const server = await startServer(scripts, job).catch(async (error) => {
      // The script has removed what it began, and the server that ran before.
      await forget();
      throw error;
    });
    const { target, fingerprint } = server;
    await writeNote(noteFile, { ...note, running: true, known: { target, fingerprint } });
    await prepareProject(projects, directory, server);
    return { directory, target, fingerprint };
  }

  async function stop(_: object, job: JobContext): Promise<{ directory: string }> {
    const note = await readNote(noteFile);
    await stopServer(tools(), job);
    await forget();
    return { directory: note?.directory ?? '' };
  }

  /** Its key, too: another server may listen on its port one day, and would be taken for a false one. */
  async function forget(): Promise<void> {
    const { known } = (await readNote(noteFile)) ?? {};
    if (known !== undefined) await forgetHostKey(known.target, known.fingerprint, home);
    await removeNote(noteFile);
  }

  return { state, start, stop };
}

function thisMachine() {
  return { root: checkoutAbove(fileURLToPath(import.meta.url)), node: findNode() };
}

function isPossible({ root, node }: ReturnType<typeof thisMachine>): DemoState['possible'] {
  if (root === undefined) return 'no-checkout';
  return node === undefined ? 'no-node' : true;
}
