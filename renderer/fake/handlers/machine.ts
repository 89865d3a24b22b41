import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import { passGate } from '../pass-gate.ts';
import { type Act, playJob } from '../play-job.ts';
import { recorded } from '../recorded.ts';
import { home, type World } from '../world.ts';

const os = implement(contract).machine;

const sshHosts = [
  { alias: 'portal', hostName: 'portal.example.net', user: 'engineer', port: 22, identityFiles: [], jump: [] },
  {
    alias: 'billing',
    hostName: '10.20.0.14',
    user: 'deploy',
    port: 2222,
    identityFiles: [`${home}/.ssh/id_billing`],
    jump: ['bastion'],
  },
  { alias: 'bastion', hostName: 'bastion.example.net', user: 'engineer', port: 22, identityFiles: [], jump: [] },
];

const contexts = [
  { name: 'default', endpoint: 'unix:///var/run/docker.sock', description: 'Current DOCKER_HOST', current: true },
  { name: 'build-farm', endpoint: 'ssh://build@farm.example.net', description: '', current: false },
];

const fingerprint = 'SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8';

export function machineHandlers(world: World) {
  const none = world.options.scenario === 'empty';
  return {
    sshHosts: os.sshHosts.handler(() => (none ? [] : sshHosts)),
    keys: os.keys.handler(async () => {
      await passGate(world);
      return none ? [] : [{ path: `${home}/.ssh/id_ed25519`, kind: 'ssh-ed25519', encrypted: true }];
    }),
    dockerContexts: os.dockerContexts.handler(async () => {
      await passGate(world);
      return none ? [] : contexts;
    }),
    testServer: os.testServer.handler(({ input: { server }, signal }) =>
      playJob(world, testActs(server.target), () => greet(server.target, server.sudo), signal),
    ),
  };
}

/** `new…` has an unknown host key, `password…` asks for a password; `refused…`, `down…` and `nosudo…` do as they say. */
function testActs(target: string): Act[] {
  const host = hostOf(target);
  const acts: Act[] = [{ type: 'progress', step: 'connect', done: 0, unit: 'steps' }];
  if (host.startsWith('new')) {
    const question = { kind: 'host-key', host, algorithm: 'ssh-ed25519', fingerprint } as const;
    acts.push({ type: 'ask', question, accept: (answer) => answer === 'yes' });
  }
  if (host.startsWith('password')) {
    acts.push({
      type: 'ask',
      question: { kind: 'password', user: 'engineer', host },
      accept: (answer) => answer !== undefined,
    });
  }
  return acts;
}

function hostOf(target: string): string {
  return target.replace(/^ssh:\/\//, '').replace(/^.*@/, '');
}

function greet(target: string, sudo: boolean) {
  const host = hostOf(target);
  if (host.startsWith('refused')) {
    throw new SlipwayError('server.refused', `${host}:22 refuses the connection.`, { hint: 'Check the port.' });
  }
  if (host.startsWith('down')) {
    throw new SlipwayError('server.timeout', `${host}:22 did not answer within 15 s.`, { hint: 'Check the network.' });
  }
  const { os: server } = recorded.facts;
  return {
    hostname: server.hostname,
    os: server.prettyName,
    kernel: server.kernel,
    architecture: server.architecture,
    user: /^(?:ssh:\/\/)?root@/.test(target) ? 'root' : 'engineer',
    sudo: sudoOf(target, host, sudo),
    hostKey: { algorithm: 'ssh-ed25519', fingerprint },
  };
}

function sudoOf(target: string, host: string, sudo: boolean) {
  if (/root@/.test(target)) return 'root' as const;
  if (host.startsWith('nosudo')) return 'none' as const;
  return sudo ? ('free' as const) : ('password' as const);
}
