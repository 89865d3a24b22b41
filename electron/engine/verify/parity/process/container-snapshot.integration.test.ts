import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openInside } from '../../connect/inside-stream.ts';
import { fakeContainer } from '../../testing/fake-container.ts';
import { askHttp } from '../http/ask-http.ts';
import { takeSnapshot } from './container-snapshot.ts';
import { mainProcess } from './program.ts';

const IMAGE = 'debian:bookworm-slim';
const NAME = `slipway-verify-snapshot-${process.pid}`;

function docker(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** A web server in a page of Perl, listening on the container's loopback alone. */
const program = `
use IO::Socket::INET; use IO::Socket::UNIX;
my $unix = IO::Socket::UNIX->new(Local => "/tmp/portal.sock", Listen => 1);
my $listener = IO::Socket::INET->new(LocalAddr => "127.0.0.1", LocalPort => 8088, Listen => 5, ReuseAddr => 1) or die $!;
while (my $caller = $listener->accept) {
  my $line = <$caller>; while (<$caller>) { last if /^\\r?$/ }
  my ($path) = $line =~ /^GET (\\S+)/;
  print $caller "HTTP/1.0 200 OK\\r\\nContent-Type: text/plain\\r\\n\\r\\nyou asked for $path\\n"; close $caller;
}`;

const container = fakeContainer({
  name: NAME,
  async exec(argv) {
    return { exitCode: 0, output: docker('exec', NAME, ...argv) };
  },
});

describe('in a real container', () => {
  beforeAll(async () => {
    const options = ['--name', NAME, '--network', 'none', '--init', '--user', '1000:1000', '--workdir', '/srv'];
    const environment = ['--env', 'TZ=Europe/Berlin', '--env', 'LANG=C.UTF-8'];
    docker('run', '--detach', ...options, ...environment, IMAGE, 'sh', '-c', `umask 0027; exec perl -e '${program}'`);
    const listening = () => docker('exec', NAME, 'cat', '/proc/net/tcp').includes(':1F98');
    await vi.waitUntil(listening, { timeout: 60_000 });
  });
  afterAll(() => void docker('rm', '--force', NAME));

  it('reads what the process is', async () => {
    const snapshot = await takeSnapshot(container);
    const main = mainProcess(snapshot?.processes ?? [], '/usr/bin/perl');
    expect(main).toMatchObject({ uid: 1000, cwd: '/srv', exe: '/usr/bin/perl', umask: '0027', ppid: 1 });
    expect(main?.argv.slice(0, 2)).toEqual(['perl', '-e']);
    expect(main?.environment).toContainEqual({ name: 'LANG', value: 'C.UTF-8' });
    expect(Number(main?.openFiles)).toBeGreaterThan(0);
    expect(snapshot?.processes.map((one) => one.pid)).not.toContain(undefined);
    expect(snapshot?.processes).toHaveLength(2);
  });

  it('reads what it listens on, and the time zone', async () => {
    const snapshot = await takeSnapshot(container);
    expect(snapshot?.listening).toContainEqual({ address: '127.0.0.1', port: 8088 });
    expect(snapshot?.unixSockets).toContain('/tmp/portal.sock');
    expect(snapshot?.offsets).toHaveLength(2);
  });

  it('asks a port of its loopback from inside', async () => {
    const probe = { kind: 'http' as const, port: 8088, tls: false, path: '/health', reason: '' };
    const answer = await askHttp(openInside(container, 8088), probe, 'portal');
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body.toString()).toBe('you asked for /health\n');
  });
});
