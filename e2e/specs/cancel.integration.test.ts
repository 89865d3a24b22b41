import { describe, expect, it } from 'vitest';
import { startSilentServer } from '../app/silent-server.ts';
import { type CliRun, errorOf, type Hand } from './cli.ts';
import { type Scene, setScene } from './scene.ts';

const scene = setScene('cancel');
const steps = ['connect', 'scan', 'plan', 'extract', 'generate', 'build', 'run', 'verify', 'bundle'];

/** Migrates, and does something as soon as a step is told to have begun. */
async function interrupt({ migrate }: Scene, step: string, act: (hand: Hand) => void): Promise<CliRun> {
  let acted = false;
  const result = await migrate({
    onLine(line, hand) {
      if (acted || line.type !== 'progress' || line.step !== step) return;
      acted = true;
      act(hand);
    },
  });
  expect(acted, `told of ${step}: ${JSON.stringify(result.lines.slice(-2))}`).toBe(true);
  return result;
}

function expectCancelled(result: CliRun): void {
  expect({ code: errorOf(result).code, exitCode: result.exitCode }).toEqual({ code: 'cancelled', exitCode: 130 });
}

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  it.each(steps)('while it is at %s ends with 130 and leaves nothing', async (step) => {
    const result = await interrupt(scene, step, ({ kill }) => kill(signal));
    expectCancelled(result);
    expect(result.stderr).toBe('slipway: Cancelled.\n');
  });
});

describe('an impatient person', () => {
  it.each(['extract', 'build', 'run', 'verify'])('presses Ctrl-C twice while it is at %s', async (step) => {
    const result = await interrupt(scene, step, ({ kill }) => {
      kill('SIGINT');
      // Later than what counts as one press.
      setTimeout(() => kill('SIGINT'), 700);
    });
    expectCancelled(result);
  });

  it('holds Ctrl-C down until it has ended', async () => {
    const server = await startSilentServer();
    let pressing: NodeJS.Timeout | undefined;
    const result = await scene.run(['scan', `ssh://nobody@127.0.0.1:${server.port}`], (_line, { kill }) => {
      pressing ??= setInterval(() => kill('SIGINT'), 1);
    });
    clearInterval(pressing);
    server.close();
    expect(result.exitCode).toBe(130);
  });
});

describe('whoever reads the output', () => {
  it.each(['scan', 'build', 'verify'])('goes away while it is at %s', async (step) => {
    const result = await interrupt(scene, step, ({ stopReading }) => stopReading());
    expect(result.exitCode).toBe(130);
  });
});
