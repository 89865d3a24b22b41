import { describe, expect, it } from 'vitest';
import type { Facts, Process } from '../../../../../shared/model/facts.ts';
import type { Workload } from '../../../../../shared/model/plan.ts';
import { sampleFacts, sampleProcess } from '../../testing/sample-facts.ts';
import { sampleWorkload } from '../../testing/sample-workload.ts';
import type { ProcessPair } from './aspect.ts';
import { aspects } from './aspects.ts';
import { type ContainerProcess, type ContainerSnapshot, parseSnapshot } from './container-snapshot.ts';

const own: ContainerProcess = {
  pid: 7,
  ppid: 1,
  uid: 0,
  argv: ['/opt/portal/bin/portald'],
  exe: '/opt/portal/bin/portald',
  cwd: '/opt/portal',
  umask: '0022',
  environment: [],
  openFiles: '1024',
};

interface Case {
  server?: Partial<Process>;
  workers?: Partial<Process>[];
  facts?: Partial<Facts>;
  workload?: Partial<Workload>;
  container?: Partial<ContainerProcess>;
  children?: Partial<ContainerProcess>[];
  snapshot?: Partial<ContainerSnapshot>;
}

function outcome(id: string, given: Case): string | undefined {
  const main = { ...own, ...given.container };
  const children = (given.children ?? []).map((child, index) => ({ ...own, pid: 20 + index, ppid: 7, ...child }));
  const server = sampleProcess(given.server);
  const workers = (given.workers ?? []).map((worker, index) =>
    sampleProcess({ pid: 500 + index, ppid: 412, ...worker }),
  );
  const pair: ProcessPair = {
    workload: sampleWorkload(given.workload),
    facts: sampleFacts(given.facts),
    server: { main: server, all: [server, ...workers] },
    container: { processes: [main, ...children], listening: [], unixSockets: [], offsets: [], ...given.snapshot },
    main,
  };
  return aspects.find((aspect) => aspect.id === id)?.compare(pair).outcome;
}

const account = { name: 'dovenull', uid: 102, gid: 102, gecos: '', home: '/nonexistent', shell: '/usr/sbin/nologin' };
const port = { container: 80, protocol: 'tcp' as const, address: '0.0.0.0', publish: true, reason: '' };
const listener = { protocol: 'tcp' as const, address: '::', port: 80, path: '', pids: [412] };
const socket = { protocol: 'unix' as const, address: '', port: 0, path: '/var/run/cgisock.412', pids: [412] };
const berlin = { surroundings: { ...sampleFacts().surroundings, timeZone: 'Europe/Berlin' } };

const cases: [id: string, expected: string, what: string, given: Case][] = [
  ['user', 'same', 'root and its workers', { workers: [{ uid: 33 }], children: [{ uid: 33 }] }],
  ['user', 'same', 'workers that start on demand', { workers: [{ uid: 33 }] }],
  [
    'user',
    'same',
    "a login's worker of the service's own account",
    { workload: { identities: { users: [account], groups: [] } }, children: [{ uid: 102 }] },
  ],
  ['user', 'different', 'a worker of an account that is not its own', { children: [{ uid: 102 }] }],
  ['user', 'different', 'another main user', { container: { uid: 33 } }],
  [
    'user',
    'different',
    'workers that stayed root',
    { server: { uid: 33 }, container: { uid: 33 }, children: [{ uid: 0 }] },
  ],
  ['arguments', 'same', 'the same', {}],
  [
    'arguments',
    'same',
    'a merged /usr',
    { server: { exe: '/bin/sh', argv: ['sh', 'a'] }, container: { exe: '/usr/bin/sh', argv: ['sh', 'a'] } },
  ],
  ['arguments', 'different', 'another program', { container: { exe: '/usr/bin/perl' } }],
  ['arguments', 'not-compared', 'arguments of the plan', { container: { argv: ['/opt/portal/bin/portald', '--fg'] } }],
  [
    'arguments',
    'same',
    'foreground titles of nginx',
    {
      server: {
        exe: '/usr/sbin/nginx',
        argv: ['nginx: master process /usr/sbin/nginx -g daemon on; master_process on;'],
      },
      container: { exe: '/usr/sbin/nginx', argv: ['nginx: master process /usr/sbin/nginx -g daemon off;'] },
    },
  ],
  [
    'arguments',
    'same',
    'foreground arguments of Apache',
    {
      server: { exe: '/usr/sbin/apache2', argv: ['/usr/sbin/apache2', '-k', 'start'] },
      container: { exe: '/usr/sbin/apache2', argv: ['/usr/sbin/apache2', '-D', 'FOREGROUND'] },
    },
  ],
  ['directory', 'same', 'the same', {}],
  ['directory', 'different', 'another', { container: { cwd: '/' } }],
  ['directory', 'not-compared', 'what may not be read', { container: { cwd: undefined } }],
  ['umask', 'same', 'other zeros', { server: { umask: '022' } }],
  ['umask', 'different', 'another', { server: { umask: '0002' } }],
  [
    'open-files',
    'same',
    'more',
    { server: { limits: { 'Max open files': { soft: '1024', hard: '' } } }, container: { openFiles: '1048576' } },
  ],
  [
    'open-files',
    'not-compared',
    "less than the machine's default",
    { server: { limits: { 'Max open files': { soft: '4096', hard: '' } } } },
  ],
  [
    'open-files',
    'different',
    'less than the plan asks',
    {
      server: { limits: { 'Max open files': { soft: '65536', hard: '' } } },
      workload: { limits: { ...sampleWorkload().limits, openFiles: 65_536 } },
    },
  ],
  ['sockets', 'not-compared', 'none', {}],
  [
    'sockets',
    'same',
    'all',
    {
      workload: { ports: [port] },
      facts: { listeners: [listener] },
      snapshot: { listening: [{ address: '0.0.0.0', port: 80 }] },
    },
  ],
  ['sockets', 'different', 'one missing', { workload: { ports: [port] }, facts: { listeners: [listener] } }],
  [
    'sockets',
    'different',
    'loopback alone',
    {
      workload: { ports: [port] },
      facts: { listeners: [listener] },
      snapshot: { listening: [{ address: '127.0.0.1', port: 80 }] },
    },
  ],
  [
    'sockets',
    'same',
    'a socket with a process id in its name',
    { facts: { listeners: [socket] }, snapshot: { unixSockets: ['/run/cgisock.7'] } },
  ],
  ['sockets', 'not-compared', "another's sockets", { facts: { listeners: [{ ...socket, pids: [1] }] } }],
  ['time-zone', 'same', 'Berlin', { facts: berlin, snapshot: { offsets: ['+0100', '+0200'] } }],
  ['time-zone', 'different', 'UTC instead of Berlin', { facts: berlin, snapshot: { offsets: ['+0000', '+0000'] } }],
  [
    'time-zone',
    'same',
    'its own TZ',
    {
      facts: berlin,
      server: { environment: [{ name: 'TZ', value: 'UTC' }] },
      snapshot: { offsets: ['+0000', '+0000'] },
    },
  ],
  ['time-zone', 'not-compared', 'an image without date', { facts: berlin }],
  ['locale', 'same', 'none', {}],
  [
    'locale',
    'same',
    'another spelling',
    {
      server: { environment: [{ name: 'LANG', value: 'de_DE.utf8' }] },
      container: { environment: [{ name: 'LANG', value: 'de_DE.UTF-8' }] },
    },
  ],
  ['locale', 'different', 'none instead of one', { server: { environment: [{ name: 'LANG', value: 'de_DE.utf8' }] } }],
  ['locale', 'not-compared', 'what may not be read', { server: { environment: [] } }],
];

describe('process aspects', () => {
  it.each(cases)('%s: %s for %s', (id, expected, _, given) => {
    expect(outcome(id, given)).toBe(expected);
  });
});

describe('parseSnapshot', () => {
  it('keeps what belongs to process 1, and passes over what it does not know', () => {
    const snapshot = parseSnapshot(
      [
        'process 1',
        'ppid 0',
        'argv /sbin/docker-init\u0001--\u0001portald\u0001',
        'process 7',
        'ppid 1',
        'uid 0\t33\t33\t33',
        'argv portald\u0001a\u0002b\u0001',
        'process 40',
        'ppid 0',
        'argv sh\u0001-c\u0001',
        'listen 0100007F:1F98',
        'listen 00000000000000000000000000000000:0050',
        'listen nonsense',
        'offset +0100',
        'offset soon',
        'something else',
      ].join('\n'),
    );
    expect(snapshot.processes.map((process) => process.pid)).toEqual([1, 7]);
    expect(snapshot.processes[1]).toMatchObject({ uid: 33, argv: ['portald', 'a\nb'] });
    expect(snapshot.listening).toEqual([
      { address: '127.0.0.1', port: 8088 },
      { address: '::', port: 80 },
    ]);
    expect(snapshot.offsets).toEqual(['+0100']);
  });
});
