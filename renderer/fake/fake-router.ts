import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import { bundleHandlers } from './handlers/bundle.ts';
import { commandLineHandlers } from './handlers/command-line.ts';
import { containerHandlers } from './handlers/containers.ts';
import { demoHandlers } from './handlers/demo.ts';
import { fileHandlers } from './handlers/files.ts';
import { machineHandlers } from './handlers/machine.ts';
import { projectHandlers } from './handlers/projects.ts';
import { shellHandlers } from './handlers/shell.ts';
import type { World } from './world.ts';

/** The whole contract, answered from memory. A procedure that is missing here does not compile. */
export function createFakeRouter(world: World) {
  return implement(contract).router({
    ...commandLineHandlers(world),
    projects: projectHandlers(world),
    files: fileHandlers(world),
    machine: machineHandlers(world),
    containers: containerHandlers(world),
    bundle: bundleHandlers(world),
    demo: demoHandlers(world),
    ...shellHandlers(world),
  });
}
