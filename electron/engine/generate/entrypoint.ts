import { SlipwayError } from '../../../shared/errors.ts';
import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Workload } from '../../../shared/model/plan.ts';
import execTemplate from '../../../templates/entrypoint/exec.sh?raw';
import followTemplate from '../../../templates/entrypoint/follow.sh?raw';
import headTemplate from '../../../templates/entrypoint/head.sh?raw';
import { shellWord } from '../text/shell-word.ts';

/** The entrypoint's name beside the Dockerfile, and in the image's root. */
export const ENTRYPOINT_FILE = 'slipway-entrypoint.sh';

/** Only what the image's configuration cannot say needs a script: a umask, commands before the start, a daemon. */
export function needsEntrypoint(workload: Workload): boolean {
  return workload.prepare.length > 0 || workload.follow !== undefined || workload.umask !== undefined;
}

/** A fixed part without its first line, which tells shellcheck what it is. */
function fixed(template: string): string {
  return template.replace(/^# shellcheck shell=.*\n/, '').trimEnd();
}

/** The script: the fixed parts of templates/entrypoint with this workload's values between them, quoted. */
export function entrypointScript(workload: Workload): string {
  return [
    fixed(headTemplate),
    ...umaskLines(workload.umask),
    ...prepareLines(workload.prepare),
    ...(workload.follow === undefined ? [fixed(execTemplate)] : followLines(workload, workload.follow.pidFile ?? '')),
  ].join('\n\n');
}

/** An image from scratch has a shell only where the server's own was taken along. */
export function requireShell(workload: Workload, evidence: WorkloadEvidence): void {
  if (workload.strategy !== 'scratch' || !needsEntrypoint(workload)) return;
  if (evidence.entries.some(({ path }) => path === '/bin/sh' || path === '/usr/bin/sh')) return;
  throw new SlipwayError(
    'bundle.invalid',
    `Workload "${workload.name}" needs a shell to start, and scratch has none.`,
    {
      hint: 'Choose --strategy minimal, or add /bin/sh with --include.',
    },
  );
}

function umaskLines(umask: string | undefined): string[] {
  if (umask === undefined) return [];
  if (/^[0-7]{3,4}$/.test(umask)) return [`# As on the server; an image cannot say it.\numask ${umask}`];
  throw new SlipwayError('bundle.invalid', `"${umask.slice(0, 20)}" is not a umask.`, {
    hint: 'Write umask in slipway.yaml as octal digits, such as 0027.',
  });
}

function prepareLines(commands: string[][]): string[] {
  if (commands.length === 0) return [];
  const lines = commands.filter((argv) => argv.length > 0).map((argv) => argv.map(scriptWord).join(' '));
  return [`# What the unit runs before the service (ExecStartPre).\n${lines.join('\n')}`];
}

function followLines(workload: Workload, pidFile: string): string[] {
  const signal = workload.stop.signal.replace(/^SIG/, '');
  return [`pid_file=${scriptWord(pidFile)}\nstop_signal=${scriptWord(signal)}`, fixed(followTemplate)];
}

/** One word of the script. */
export function scriptWord(value: string): string {
  if (value.includes('\0')) {
    throw new SlipwayError('bundle.invalid', 'A command holds a NUL character.', {
      hint: 'Correct it in slipway.yaml.',
    });
  }
  return shellWord(value);
}
