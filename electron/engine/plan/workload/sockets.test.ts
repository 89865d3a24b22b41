import { describe, expect, it } from 'vitest';
import type { Facts, Process, SocketUnit } from '../../../../shared/model/facts.ts';
import { aDirectory, aFacts, aProcess, aUnit } from '../../detectors/support/a-facts.fixture.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { socketDirectories, socketsOf } from './sockets.ts';

const service = 'quote.service';
const handedDescriptors = [{ name: 'LISTEN_FDS', value: '1' }];

function aSocket(parts: Partial<SocketUnit> = {}): SocketUnit {
  const listen = [{ type: 'stream' as const, address: '/run/quote/quote.sock' }];
  return { name: 'quote.socket', service, listen, perCall: false, descriptorName: 'quote.socket', ...parts };
}

function treeOf(root: Partial<Process>, type = 'simple'): ProcessTree {
  const process = aProcess({ pid: 5, exe: '/usr/bin/quote', environment: handedDescriptors, ...root });
  return { root: process, members: [process], unit: aUnit({ name: service, type }) };
}

function handed(units: SocketUnit[], root: Partial<Process> = {}, type?: string) {
  return socketsOf(openFacts(aFacts({ socketUnits: units })), treeOf(root, type));
}

describe('the sockets that systemd hands to a service', () => {
  it('are those of its units, by where they listen', () => {
    const other = aSocket({ name: 'tcp.socket', listen: [{ type: 'stream', address: '127.0.0.1:7070' }] });
    expect(handed([aSocket(), other])?.listen).toEqual([
      { kind: 'unix', address: '/run/quote/quote.sock', name: 'quote.socket' },
      { kind: 'tcp', address: '127.0.0.1:7070', name: 'quote.socket' },
    ]);
  });

  it('are none where it was handed none, or where it becomes another process', () => {
    expect(handed([aSocket()], { environment: [] })).toBeUndefined();
    expect(handed([aSocket()], {}, 'forking')).toBeUndefined();
    expect(handed([aSocket({ service: 'other.service' })])).toBeUndefined();
  });

  it('are none where an address is something else', () => {
    expect(handed([aSocket({ listen: [{ type: 'stream', address: '@abstract' }] })])).toBeUndefined();
    expect(handed([aSocket({ listen: [{ type: 'stream', address: '/run/a b' }] })])).toBeUndefined();
  });
});

describe('the directory of a socket', () => {
  function directories(uid: number, owner: number, files: Facts['files'] = [aDirectory('/run/quote', { uid: owner })]) {
    const server = openFacts(aFacts({ socketUnits: [aSocket()], files }));
    const tree = treeOf({ uid });
    return socketDirectories(server, tree, socketsOf(server, tree));
  }

  it('is open to the account that makes the socket there, where systemd did so as root', () => {
    expect(directories(990, 0)).toMatchObject([{ path: '/run/quote', mode: 0o1777, uid: 0, gid: 0 }]);
  });

  it("is left as it is where it is the service's own, or root makes the socket", () => {
    expect(directories(990, 990)).toEqual([]);
    expect(directories(0, 0)).toEqual([]);
  });

  it('is none for a service that is handed nothing', () => {
    const server = openFacts(aFacts());
    expect(socketDirectories(server, treeOf({ uid: 990 }), undefined)).toEqual([]);
  });
});
