import { SlipwayError } from '../../../shared/errors.ts';
import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Workload } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { shellWord } from '../../../shared/text/shell-word.ts';
import execTemplate from '../../../templates/entrypoint/exec.sh?raw';
import followTemplate from '../../../templates/entrypoint/follow.sh?raw';
import headTemplate from '../../../templates/entrypoint/head.sh?raw';
import listenTemplate from '../../../templates/entrypoint/listen.pl?raw';
import prepareTemplate from '../../../templates/entrypoint/prepare.sh?raw';
import { commentText } from './one-line.ts';

/** The entrypoint's name beside the Dockerfile, and in the image's root. */
export const ENTRYPOINT_FILE = 'slipway-entrypoint.sh';

/** Only what the image's configuration cannot say needs a script: a umask, commands before the start, a daemon. */
export function needsEntrypoint(workload: Workload): boolean {
  return (
    [workload.follow, workload.umask, workload.sockets].some((one) => one !== undefined) || workload.prepare.length > 0
  );
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
    ...socketLines(workload.sockets),
    ...(workload.follow === undefined ? [fixed(execTemplate)] : followLines(workload, workload.follow.pidFile ?? '')),
  ].join('\n\n');
}

/** An image from scratch has a shell only where the server's own was taken along, which shows when files are known. */
export function requireShell(workload: Workload, evidence: WorkloadEvidence): void {
  if (workload.strategy !== 'scratch' || !needsEntrypoint(workload) || evidence.entries.length === 0) return;
  if (evidence.entries.some(({ path }) => path === '/bin/sh' || path === '/usr/bin/sh')) return;
  throw new SlipwayError(
    'bundle.invalid',
    sentence`Workload "${workload.name}" needs a shell to start, and scratch has none.`,
    {
      hint: sentence`Choose the strategy minimal (--strategy minimal), or add /bin/sh (--include).`,
    },
  );
}

function umaskLines(umask: string | undefined): string[] {
  if (umask === undefined) return [];
  if (/^[0-7]{3,4}$/.test(umask)) return [`# As on the server; an image cannot say it.\numask ${umask}`];
  throw new SlipwayError('bundle.invalid', sentence`"${umask.slice(0, 20)}" is not a umask.`, {
    hint: sentence`Write umask in slipway.yaml as octal digits, such as 0027.`,
  });
}

function prepareLines(commands: string[][]): string[] {
  if (commands.length === 0) return [];
  const lines = commands.flatMap((argv, index) =>
    argv.length === 0
      ? []
      : [`${argv.map(scriptWord).join(' ')} || unprepared ${index + 1} ${scriptWord(argv[0] ?? '')}`],
  );
  return [fixed(prepareTemplate), `# What the unit runs before the service (ExecStartPre).\n${lines.join('\n')}`];
}

/** The command becomes the argument of what opens the sockets, which then becomes the command. */
function socketLines(sockets: Workload['sockets']): string[] {
  if (sockets === undefined) return [];
  const program = listenTemplate.replace(/^#.*\n/gm, '').trim();
  const opened = sockets.listen.map(({ kind, address }) => scriptWord(`${kind}=${address}`));
  const names = scriptWord(sockets.listen.map(({ name }) => name).join(':'));
  const words = ['perl', '-e', '"$listen"', '--', sockets.perCall ? 'each' : 'all', names, ...opened, '--', '"$@"'];
  return [
    `# ${commentText(sockets.reason)} This does it here.`,
    `# shellcheck disable=SC2016 # Perl's variables\nlisten=${scriptWord(program)}`,
    `set -- ${words.join(' ')}`,
  ];
}

function followLines(workload: Workload, pidFile: string): string[] {
  const signal = workload.stop.signal.replace(/^SIG/, '');
  return [`pid_file=${scriptWord(pidFile)}\nstop_signal=${scriptWord(signal)}`, fixed(followTemplate)];
}

/** One word of the script. */
export function scriptWord(value: string): string {
  if (value.includes('\0')) {
    throw new SlipwayError('bundle.invalid', sentence`A command holds a NUL character.`, {
      hint: sentence`Correct it in slipway.yaml.`,
    });
  }
  return shellWord(value);
}
