import { expect, it } from 'vitest';
import { createTextReporter } from './text-reporter.ts';

function record(terminal: boolean) {
  const written = { out: '', err: '' };
  const reporter = createTextReporter(
    { write: (text) => void (written.out += text) },
    { write: (text) => void (written.err += text) },
    { terminal, verbose: false },
  );
  return { written, reporter };
}

it('says each step once when piped, without control sequences', () => {
  const { written, reporter } = record(false);
  for (const done of [0, 5, 10]) {
    reporter.event({ type: 'progress', step: 'extract', workload: 'portal', done, total: 10, unit: 'bytes' });
  }
  reporter.event({ type: 'progress', step: 'build', workload: 'portal', done: 0, unit: 'steps' });
  expect(written.err).toBe('Fetching files: portal\nBuilding: portal\n');
});

it('rewrites one line on a terminal and clears it before the result', () => {
  const { written, reporter } = record(true);
  reporter.event({ type: 'progress', step: 'extract', done: 500, total: 1000, unit: 'bytes' });
  reporter.result({}, 'done');
  expect(written.err).toContain('50% of 1.0 kB');
  expect(written.err.endsWith('\r\u001b[K')).toBe(true);
  expect(written.out).toBe('done\n');
});

it('shows what a server says without letting it move the cursor', () => {
  const { written, reporter } = record(false);
  reporter.event({ type: 'warning', step: 'scan', text: 'bad \u001b[31mname\nnext' });
  expect(written.err).toBe('warning: bad \\x1b[31mname next\n');
});

it('puts the hint behind the error, on one line', () => {
  const { written, reporter } = record(false);
  reporter.error({ code: 'server.refused', message: 'Nothing listens on portal:22.', hint: 'Is sshd running?' });
  expect(written.err).toBe('slipway: Nothing listens on portal:22. Is sshd running?\n');
});
