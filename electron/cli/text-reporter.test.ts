import { expect, it } from 'vitest';
import { createStyle } from './style.ts';
import { createTextReporter } from './text-reporter.ts';

function record(terminal: boolean) {
  const out: string[] = [];
  const err: string[] = [];
  const reporter = createTextReporter(
    { write: (text) => void out.push(text) },
    { write: (text) => void err.push(text) },
    { columns: () => (terminal ? 80 : undefined), verbose: false, style: createStyle(false, {}) },
  );
  return { out: () => out.join(''), err: () => err.join(''), reporter };
}

it('says each step once when piped, without control sequences', () => {
  const { err, reporter } = record(false);
  for (const done of [0, 5, 10]) {
    reporter.event({ type: 'progress', step: 'extract', workload: 'portal', done, total: 10, unit: 'bytes' });
  }
  reporter.event({ type: 'progress', step: 'build', workload: 'portal', done: 0, unit: 'steps' });
  expect(err()).toBe('Fetching files: portal\nBuilding: portal\n');
});

it('rewrites one line on a terminal and clears it before the result', () => {
  const { out, err, reporter } = record(true);
  reporter.event({ type: 'progress', step: 'extract', done: 500, total: 1000, unit: 'bytes' });
  reporter.result({}, 'done');
  expect(err()).toContain('500 B of 1.0 kB');
  expect(err().endsWith('\r\u001b[K✓ Fetching files (500 B)\n')).toBe(true);
  expect(out()).toBe('done\n');
});

it('leaves a line behind for each step that is done, and keeps the running one below what is said', () => {
  const { err, reporter } = record(true);
  reporter.event({ type: 'progress', step: 'scan', done: 3, total: 16, unit: 'probes' });
  reporter.event({ type: 'progress', step: 'build', workload: 'portal', done: 0, unit: 'steps' });
  reporter.event({ type: 'warning', step: 'build', text: 'old engine' });
  const shown = err()
    .split(/\r\u001b\[K|\n/)
    .filter((text) => text !== '');
  expect(shown.slice(-4)).toEqual([
    '✓ Reading the server (3 probes)',
    'Building: portal …',
    'warning: old engine',
    'Building: portal …',
  ]);
});

it('adds up a step that counts anew', () => {
  const { err, reporter } = record(true);
  for (const done of [0, 500, 0, 300]) {
    reporter.event({ type: 'progress', step: 'extract', done, total: 500, unit: 'bytes' });
  }
  reporter.result({}, 'done');
  expect(err()).toContain('✓ Fetching files (800 B)');
});

it('never writes a status that is wider than the terminal', () => {
  const { err, reporter } = record(true);
  reporter.event({ type: 'progress', step: 'extract', workload: 'x'.repeat(200), done: 1, total: 2, unit: 'files' });
  expect(err().replace('\r\u001b[K', '').length).toBeLessThan(80);
});

it('shows what a server says without letting it move the cursor', () => {
  const { err, reporter } = record(false);
  reporter.event({ type: 'warning', step: 'scan', text: 'bad \u001b[31mname\nnext' });
  expect(err()).toBe('warning: bad \\u{1b}[31mname next\n');
});

it('puts the hint behind the error, on one line', () => {
  const { err, reporter } = record(false);
  reporter.error({ code: 'server.refused', message: 'Nothing listens on portal:22.', hint: 'Is sshd running?' });
  expect(err()).toBe('slipway: Nothing listens on portal:22. Is sshd running?\n');
});
