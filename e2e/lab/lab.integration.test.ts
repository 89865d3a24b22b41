import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, tryDocker } from '../../scripts/machine/docker.ts';
import { ensureEngine } from '../../scripts/machine/engine.ts';
import { run } from '../../scripts/machine/run.ts';
import { ensureTools } from '../../scripts/machine/tools.ts';
import { differences, fingerprint } from '../zoo/fingerprint.ts';
import { askAll } from './ask/ask-all.ts';
import { containerName } from './container.ts';
import { serverNamed } from './servers/index.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { openTunnel, sshArguments } from './tunnel.ts';

const instance = 'test';
const lab = serverNamed('redis');
let engine: Engine;
let server: RunningServer;

beforeAll(async () => {
  await ensureTools(['ssh']);
  engine = await ensureEngine();
  server = await startServer(lab.name, { host: engine.host, instance });
});

afterAll(async () => {
  await server.stop();
  const left = await tryDocker(engine.host, [
    'ps',
    '-aq',
    '--filter',
    `name=${containerName(`${lab.name}-${instance}`)}`,
  ]);
  await engine.stop();
  expect(left.stdout).toBe('');
});

function on(user: string, command: string) {
  return run('ssh', [...sshArguments(server, user), command]);
}

test('the server has booted with systemd, without a failed unit', async () => {
  expect((await on('root', 'systemctl is-system-running')).stdout.trim()).toBe('running');
});

test('the accounts are what they are said to be', async () => {
  expect((await on('engineer', 'sudo -n id -u')).stdout.trim()).toBe('0');
  expect((await on('auditor', 'sudo -n true')).stderr).toContain('password is required');
  expect((await on('auditor', 'echo keel-haul-7 | sudo -S id -u')).stdout.trim()).toBe('0');
  expect((await on('guest', 'echo keel-haul-7 | sudo -S id -u')).code).not.toBe(0);
});

test('its questions are answered through a tunnel as its source says', async () => {
  const tunnel = await openTunnel(server, lab.ports);
  const answers = await askAll(lab.questions, tunnel.place).finally(() => tunnel.close());
  expect(answers.filter((answer) => !answer.expected)).toEqual([]);
});

test('logging in changes nothing, and what is changed is seen', async () => {
  const before = await fingerprint(server);
  await on('engineer', 'sudo cat /etc/shadow');
  expect(differences(before, await fingerprint(server))).toEqual([]);
  await on('root', 'touch /srv/left; nohup sleep 100 >/dev/null 2>&1 &');
  const changed = differences(before, await fingerprint(server));
  expect(changed).toContainEqual(expect.stringMatching(/^after: entry \/srv\/left /));
  expect(changed).toContainEqual(expect.stringMatching(/^after: process +root sleep 100/));
});
