import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJob } from '../../remote/testing/job.ts';
import script from './credential-helper.sh?raw';
import { askLogin, type Login, serveCredentials } from './credentials.ts';

let git: Socket;
let ours: Socket;
beforeEach(async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  git = createConnection(port, '127.0.0.1');
  [ours] = (await once(server, 'connection')) as [Socket];
  server.close();
});
afterEach(() => {
  git.destroy();
  ours.destroy();
});

/** What git's helper is answered. */
async function converse(login: Login, request: string): Promise<string> {
  const serving = serveCredentials(ours, login);
  git.write(request);
  let answer = '';
  for await (const chunk of git) {
    answer += chunk;
    if (answer.endsWith('\n\n') || answer === '\n') break;
  }
  git.destroy();
  await serving;
  return answer;
}

const request = 'get\nprotocol=https\nhost=git.example\n\n';

describe('serveCredentials', () => {
  it('answers what git asks for', async () => {
    const asked: unknown[] = [];
    const login: Login = async (attributes) => {
      asked.push(Object.fromEntries(attributes));
      return { user: 'deploy', password: 'a=b' };
    };
    expect(await converse(login, request)).toBe('username=deploy\npassword=a=b\n\n');
    expect(asked).toEqual([{ protocol: 'https', host: 'git.example' }]);
  });

  it('ends the asking where nobody answers', async () => {
    expect(await converse(async () => undefined, request)).toBe('quit=1\n\n');
  });

  it('lets no answer say a second thing', async () => {
    const login: Login = async () => ({ user: 'a\nhost=evil', password: 'b\r\nquit=1' });
    expect(await converse(login, request)).toBe('username=a\npassword=b\n\n');
  });

  it('asks nothing when git only tells', async () => {
    const login: Login = async () => {
      throw new Error('asked');
    };
    expect(await converse(login, 'erase\nprotocol=https\nhost=git.example\npassword=x\n\n')).toBe('\n');
  });
});

it('the helper keeps git from asking anybody else once we are gone', async () => {
  const helper = spawn('sh', ['-c', script, 'slipway', 'get'], { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] });
  const [stdin, stdout, , channel] = helper.stdio;
  if (stdin === null || stdout === null || !(channel instanceof Duplex)) throw new Error('These are pipes.');
  stdin.end('protocol=https\nhost=git.example\n');
  channel.once('data', () => channel.destroy());
  expect(await text(stdout)).toBe('quit=1\n');
});

describe('askLogin', () => {
  const at = (host: string, more: [string, string][] = []) => new Map([['protocol', 'https'], ['host', host], ...more]);

  it('names the repository, and whatever other host git is sent to', async () => {
    const job = createJob({ 'git-user': 'deploy', 'git-password': 'x' });
    const login = askLogin('https://git.example/portal.git', job);
    expect(await login(at('git.example'))).toEqual({ user: 'deploy', password: 'x' });
    await login(at('evil.example', [['username', 'known']]));
    expect(job.asked).toEqual([
      { kind: 'git-user', url: 'https://git.example/portal.git' },
      { kind: 'git-password', url: 'https://git.example/portal.git', user: 'deploy' },
      { kind: 'git-password', url: 'https://evil.example', user: 'known' },
    ]);
    expect(job.said).toEqual([]);
  });

  it('asks for no password without a user', async () => {
    const job = createJob({ 'git-password': 'x' });
    expect(await askLogin('https://git.example/x', job)(at('git.example'))).toBeUndefined();
    expect(job.asked).toHaveLength(1);
  });
});
