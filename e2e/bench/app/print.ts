import { type AppMeasures, launchCount } from './app.ts';

const targets = { start: 2.5, memory: 200, task: 50 };

/** Every measure beside its target. */
export function printApp({ start, launches, memory, smoothness }: AppMeasures): void {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  console.log('\nThe app, in a real Electron');
  const each = launches.map(({ seconds }) => seconds.toFixed(2)).join(' ');
  line('start to a window that can be used', `${start.toFixed(2)} s`, `${targets.start} s`);
  console.log(`    median of ${launchCount}: ${each}`);
  if (memory !== undefined) {
    line("window's process, idle for 10 s: resident", megabytes(memory.resident), `${targets.memory} MB`);
    line('    shared pages counted in parts', megabytes(memory.proportional), '');
  }
  console.log('\nLongest task of the page     by the clock   on the processor   target');
  for (const { what, wall, cpu } of smoothness) {
    const figures = [`${wall.toFixed(0)} ms`.padStart(10), `${cpu.toFixed(0)} ms`.padStart(12)];
    console.log(`  ${what.padEnd(62)}${figures.join('')}   ${targets.task} ms`);
  }
}

function line(what: string, value: string, target: string): void {
  console.log(`  ${what.padEnd(44)} ${value.padStart(8)}${target === '' ? '' : `   target below ${target}`}`);
}
