import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export interface StepTimes {
  total: number;
  /** Seconds by step, in the order in which the steps were first met. */
  steps: Map<string, number>;
  /** Size in bytes of each image that was built. */
  imageSizes: number[];
}

/** What a line of `--json` may say. */
interface Line {
  step?: string;
  workloads?: { sizeBytes?: number }[];
}

/** Runs `slipway migrate` with `--json` and gives each step the time until the next one's first event. */
export function timeSteps(args: readonly string[], env: NodeJS.ProcessEnv): Promise<StepTimes> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['dist/cli/slipway.js', '--json', ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env,
    });
    const steps = new Map<string, number>();
    let current = 'start';
    let since = start;
    const enter = (step: string) => {
      const now = performance.now();
      steps.set(current, (steps.get(current) ?? 0) + (now - since) / 1000);
      [current, since] = [step, now];
    };
    let rest = '';
    let imageSizes: number[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const { step, workloads }: Line = JSON.parse(line);
        if (workloads !== undefined) imageSizes = workloads.flatMap(({ sizeBytes }) => sizeBytes ?? []);
        if (step !== undefined && step !== current) enter(step);
      }
    });
    child.on('error', reject);
    child.on('close', (code) => {
      enter('end');
      if (code !== 0) return reject(new Error(`slipway ${args[0]} failed with exit code ${code}`));
      resolve({ total: (performance.now() - start) / 1000, steps, imageSizes });
    });
  });
}
