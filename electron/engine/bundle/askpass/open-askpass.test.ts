import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AskpassRequest } from './askpass-pipes.ts';
import { type Askpass, hasOwnAskpass, openAskpass } from './open-askpass.ts';

const run = promisify(execFile);
let scratch: string;
let askpass: Askpass;
let program: string;
beforeEach(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'slipway-test-'));
  vi.stubEnv('TMPDIR', scratch);
  const opened = await openAskpass();
  if (opened === undefined) throw new Error('Programs can be started from here.');
  askpass = opened;
  program = askpass.environment.SSH_ASKPASS ?? '';
});
afterEach(async () => {
  await askpass.close();
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

it('hands questions and answers on as they are, to several at a time', async () => {
  const requests: AskpassRequest[] = [];
  void askpass.serve(async (request) => {
    requests.push(request);
    return `\\ "${request.text}" $x `;
  });
  const questions = ["it's\n-n '%s' \\n", 'Code: ', `${'long '.repeat(1000)}`.trim()];
  const answers = await Promise.all(questions.map((question) => run(program, [question])));
  // The first line of an answer is all of it.
  expect(answers.map(({ stdout }) => stdout)).toEqual([
    `\\ "it's\n`,
    ...questions.slice(1).map((question) => `\\ "${question.trimEnd()}" $x \n`),
  ]);
  expect(requests.map(({ asker }) => asker)).toEqual(questions.map(() => String(process.pid)));
});

it('tells ssh that nobody answers', async () => {
  void askpass.serve(async () => undefined);
  await expect(run(program, ['Password: '])).rejects.toMatchObject({ code: 1, stdout: '' });
});

it('waits for no answer to a notice', async () => {
  const kinds: string[] = [];
  void askpass.serve(async ({ kind }) => void kinds.push(kind));
  await run(program, ['Touch the key.'], { env: { ...process.env, SSH_ASKPASS_PROMPT: 'none' } });
  await vi.waitUntil(() => kinds.length > 0);
  expect(kinds).toEqual(['notice']);
});

it('lets go of whoever asks when it is closed, and leaves nothing', async () => {
  const asked = new Promise<void>((resolve) => {
    void askpass.serve(() => {
      resolve();
      return new Promise(() => undefined);
    });
  });
  const asking = expect(run(program, ['Password: '])).rejects.toMatchObject({ code: 1 });
  await asked;
  await askpass.close();
  await asking;
  expect(readdirSync(scratch)).toEqual([]);
});

it('is for this user alone', () => {
  expect(statSync(dirname(program)).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(dirname(program))) {
    expect(statSync(join(dirname(program), name)).mode & 0o077).toBe(0);
  }
});

it('takes another folder where no program may be started from the one for temporary files', async () => {
  vi.stubEnv('TMPDIR', '/proc');
  vi.stubEnv('HOME', scratch);
  const other = await openAskpass();
  expect(other?.environment.SSH_ASKPASS).toContain(join(scratch, '.cache/slipway/'));
  await other?.close();
  expect(existsSync(other?.environment.SSH_ASKPASS ?? '')).toBe(false);
});

describe('the user’s own program', () => {
  it.each([
    [{ SSH_ASKPASS: '/usr/bin/ksshaskpass', DISPLAY: ':0' }, true],
    [{ SSH_ASKPASS: '/usr/bin/ksshaskpass', WAYLAND_DISPLAY: 'wayland-0' }, true],
    [{ SSH_ASKPASS: '/usr/local/bin/pass-ssh', SSH_ASKPASS_REQUIRE: 'force' }, true],
    [{ SSH_ASKPASS: '/usr/bin/ksshaskpass' }, false],
    [{ SSH_ASKPASS: '', DISPLAY: ':0' }, false],
    [{ DISPLAY: ':0', SSH_ASKPASS_REQUIRE: 'force' }, false],
  ])('is used where ssh would start it: %j', (environment, own) => {
    expect(hasOwnAskpass(environment)).toBe(own);
  });
});
