import { describe, expect, it } from 'vitest';
import { emptyPlan, emptyWorkload } from '../../../../shared/testing/empty-plan.ts';
import { composeReasons } from './compose-reasons.ts';
import { reasonAt } from './line-reason.ts';

const plan = emptyPlan(
  [
    emptyWorkload({
      name: 'web',
      title: 'nginx',
      limits: { memoryBytes: 1, cpus: 1, pids: 1, reason: 'Twice what was measured.' },
      config: [{ path: '/etc/nginx', scope: 'tree', reason: 'Its configuration.' }],
      data: [{ path: '/var/lib/web', reason: 'It writes there.' }],
      secrets: [{ kind: 'file', name: 'key', path: '/etc/ssl/key.pem', reason: 'A private key.' }],
    }),
    emptyWorkload({
      name: 'php',
      ports: [{ container: 80, protocol: 'tcp', address: '0.0.0.0', publish: true, reason: 'It listens on it.' }],
    }),
  ],
  {
    pods: [
      {
        name: 'pod',
        workloads: ['web', 'php'],
        sharedDirectories: [{ path: '/run/php', reason: 'The socket is there.' }],
        reason: 'They talk over a socket.',
      },
    ],
  },
);

const text = `# Written by Slipway.

name: slipway-server
services:
  # nginx
  web:
    image: slipway/web:1
    ports:
      - target: 80
        published: "80"
    volumes:
      - type: bind
        source: ./workloads/web/config/etc/nginx/nginx.conf
        target: /etc/nginx/nginx.conf
      - web-data:/var/lib/web
      - type: volume
        source: run
        target: /run/php
    secrets:
      - source: key
        target: /etc/ssl/key.pem
    mem_limit: 128m
  php:
    network_mode: service:web
`;

function at(line: number, edited = text) {
  return reasonAt(composeReasons(edited, text, plan), line);
}

describe('composeReasons', () => {
  it.each([
    [3, 'project', 'server: Debian 12'],
    [6, 'service', 'nginx'],
    [10, 'ports', 'It listens on it.'],
    [13, 'config', 'Its configuration.'],
    [15, 'data', 'It writes there.'],
    [17, 'shared', 'The socket is there.'],
    [20, 'secrets', 'A private key.'],
    [22, 'limits', 'Twice what was measured.'],
    [24, 'network', 'They talk over a socket.'],
  ])('tells of line %i: %s', (line, topic, reason) => {
    expect(at(line)).toMatchObject({ topic, changed: false });
    expect(at(line)?.reasons.map((one) => one.text)).toContain(reason);
  });

  it('has nothing to say about comments', () => expect(at(1)).toBeUndefined());

  it('marks a changed line', () => {
    const edited = text.replace('mem_limit: 128m', 'mem_limit: 1g');
    expect(at(22, edited)).toMatchObject({ topic: 'limits', changed: true });
    expect(at(24, edited)).toMatchObject({ changed: false });
  });

  it('takes a service and a key that the plan does not know for the person’s own', () => {
    const edited = `${text}    tty: true\n  cache:\n    image: redis:7\n`;
    expect(at(25, edited)).toMatchObject({ topic: 'own', changed: true });
    expect(at(27, edited)).toMatchObject({ topic: 'own', changed: true });
  });

  it.each(['', '- a', 'services:', 'services:\n  web:', 'a: [', ': :\n\t'])('survives %j', (odd) => {
    expect(composeReasons(odd, undefined, plan).every(({ first, last }) => first <= last)).toBe(true);
  });
});
