import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RemoteHost } from './remote-host.ts';
import { run } from './run.ts';
import type { Account } from './testing/accounts.ts';
import { createAttempts } from './testing/attempt.ts';
import { createLab } from './testing/lab.ts';
import { firstLine, isRunning, until } from './testing/processes.ts';
import type { TestSshd } from './testing/sshd.ts';

const lab = createLab();
let server: TestSshd;
let alice: Account;
let key: string;
const attempts = createAttempts(lab, () => ({ to: server, as: alice }));

beforeAll(async () => {
  // Keys are exchanged anew several times in 50 MB.
  server = await lab.sshd({ config: ['RekeyLimit 8M'] });
  // What an administrator's .bashrc says comes before every command's own output.
  alice = lab.account({ shell: '/bin/bash', bashrc: 'echo Welcome; echo "Mind the gap" >&2\n' });
  key = lab.key();
  lab.authorize(alice, key);
});
afterEach(attempts.closeAll);
afterAll(lab.close);

const blocks = 50;

/** 50 different megabytes. */
async function* manyBytes(hash: ReturnType<typeof createHash>) {
  const block = randomBytes(1024 * 1024);
  for (let index = 0; index < blocks; index++) {
    block.writeUInt32BE(index);
    hash.update(block);
    yield Buffer.from(block);
  }
}

describe.each(['ssh', 'local'] as const)('exec over %s', (kind) => {
  let host: RemoteHost;
  beforeEach(async () => {
    host = await attempts.connect(kind === 'ssh' ? { identityFiles: [key] } : { target: 'local' });
  });

  test('gives output, errors and the exit status apart', async () => {
    const { code, stdout, stderr } = await run(host, 'echo out; echo err >&2; exit 7');
    expect([code, `${stdout}`, `${stderr}`]).toEqual([7, 'out\n', 'err\n']);
  });

  test('runs a command of several lines with quotes, and leaves standard input to it', async () => {
    const command = `name='it"s'\nprintf '%s|' "$name" "\\t" '!'\ncat\n`;
    const { stdout } = await run(host, command, { input: 'and\0more\n#end\n' });
    expect(stdout.toString()).toBe('it"s|\\t|!|and\0more\n#end\n');
  });

  test('carries 50 MB through', async () => {
    const process = await host.exec('cat');
    const sent = createHash('sha256');
    const received = createHash('sha256');
    await Promise.all([
      pipeline(Readable.from(manyBytes(sent)), process.stdin),
      pipeline(process.stdout, async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) received.update(chunk);
      }),
    ]);
    expect(await process.exit).toEqual({ code: 0, signal: undefined });
    expect(received.digest('hex')).toBe(sent.digest('hex'));
  });

  test('says by which signal a command ended', async () => {
    const process = await host.exec('kill -9 $$');
    process.stdout.resume();
    expect(await process.exit).toEqual({ code: undefined, signal: 'SIGKILL' });
  });

  test('ends when a command does not read its input', async () => {
    const process = await host.exec('exit 3');
    process.stdout.resume();
    await pipeline(Readable.from(manyBytes(createHash('sha256'))), process.stdin).catch(() => {});
    expect((await process.exit).code).toBe(3);
  });

  test('ends a command whose output nobody wants any more', async () => {
    const process = await host.exec('echo $$; exec yes');
    const pid = Number(await firstLine(process.stdout));
    process.stdout.destroy();
    await process.exit;
    await until(() => !isRunning(pid));
  });

  test('an abort ends the command there', async () => {
    const controller = new AbortController();
    const process = await host.exec('echo $$; exec sleep 1000', { signal: controller.signal });
    const pid = Number(await firstLine(process.stdout));
    expect(isRunning(pid)).toBe(true);
    controller.abort(new Error('enough'));
    await expect(process.exit).rejects.toThrow('enough');
    await until(() => !isRunning(pid));
    expect((await run(host, 'echo still here')).stdout.toString()).toBe('still here\n');
  });

  test('an abort ends what ignores TERM, and what was started by it', async () => {
    const controller = new AbortController();
    const command = `trap '' TERM; sleep 1000 & echo $!; while :; do sleep 1; done`;
    const process = await host.exec(command, { signal: controller.signal });
    const pid = Number(await firstLine(process.stdout));
    controller.abort(new Error('enough'));
    await host.close();
    await until(() => !isRunning(pid));
  });

  test('a signal that is aborted already starts nothing', async () => {
    const file = join(lab.directory, `started-${kind}`);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(host.exec(`touch ${file}`, { signal })).rejects.toThrow('enough');
    expect(existsSync(file)).toBe(false);
  });

  test('runs many commands side by side', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map((input) => run(host, 'cat', { input: `${input}` })));
    expect(answers.map(({ stdout }) => `${stdout}`)).toEqual(['1', '2', '3', '4', '5']);
  });
});
