import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { demoContract } from '../../../shared/contract/demo.ts';
import type { DemoServer, DemoState } from '../../../shared/model/demo.ts';
import type { EngineOf } from '../engine-of.ts';
import type { JobContext } from '../job-context.ts';
import type { Projects } from '../projects/projects.ts';
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
  /** The checkout, and what runs its scripts; undefined where there is none. */
  machine?: { root: string | undefined; node: string | undefined };
}

/** The demo server of this machine: started and removed by the checkout's own scripts, which share no code with the engine. */
export function createDemo({ settings, projects, machine = thisMachine() }: Surroundings): Demo {
  const { root, node } = machine;
  const noteFile = join(settings, 'demo-server.json');

  async function state(): Promise<DemoState> {
    const started = await readNote(noteFile);
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
    const note = { directory, at: new Date().toISOString() };
    await writeNote(noteFile, { ...note, running: false });
    const server = await startServer(scripts, job).catch(async (error) => {
      // The script has removed what it began.
      await removeNote(noteFile);
      throw error;
    });
    await writeNote(noteFile, { ...note, running: true });
    await prepareProject(projects, directory, server);
    return { directory, target: server.target, fingerprint: server.fingerprint };
  }

  async function stop(_: object, job: JobContext): Promise<{ directory: string }> {
    const note = await readNote(noteFile);
    await stopServer(tools(), job);
    await removeNote(noteFile);
    return { directory: note?.directory ?? '' };
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
