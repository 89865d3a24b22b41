import { expect, test } from 'vitest';
import { filesSection, fixture, section } from '../testing/sections.ts';
import { privilegedCommands, readCommands, writtenCommands } from './commands.ts';
import { parseUnits } from './parse.ts';
import { readSeconds } from './properties.ts';
import { signalName } from './signals.ts';
import { splitWords } from './words.ts';

const recorded = (name: string) => fixture(import.meta.url, name);

const { value, gaps } = parseUnits([
  section('units', ['services-247.txt', 'services-257.txt', 'triggers-247.txt'].map(recorded).join('\n')),
  filesSection({
    '/lib/systemd/system/nginx.service': recorded('nginx.service'),
    '/etc/systemd/system/orders.service': recorded('orders.service'),
    '/etc/systemd/system/orders.service.d/operations.conf': recorded('orders-drop-in.conf'),
    '/etc/orders/orders.env': 'TOKEN=x\n',
  }),
]);
const unit = (name: string) => value.units.find((candidate) => candidate.name === name);

test('arguments keep their quoting where the unit file has it', () => {
  expect(unit('nginx.service')).toMatchObject({
    type: 'forking',
    mainPid: 44,
    pidFile: '/run/nginx.pid',
    execStart: [['/usr/sbin/nginx', '-g', 'daemon on; master_process on;']],
    execStartPre: [['/usr/sbin/nginx', '-t', '-q', '-g', 'daemon on; master_process on;']],
    execReload: [['/usr/sbin/nginx', '-g', 'daemon on; master_process on;', '-s', 'reload']],
    timeoutStopSeconds: 5,
    killSignal: 'SIGTERM',
    wantedBy: ['multi-user.target'],
  });
});

test('drop-ins, environment and its files', () => {
  expect(unit('orders.service')).toMatchObject({
    user: 'orders',
    umask: '0027',
    timeoutStopSeconds: 90,
    workingDirectory: '/opt/orders/app',
    dropIns: ['/etc/systemd/system/orders.service.d/operations.conf'],
    environment: [
      { name: 'PYTHONUNBUFFERED', value: '1' },
      { name: 'TZ', value: 'Europe/Berlin' },
    ],
    environmentFiles: [{ path: '/etc/orders/orders.env', optional: false }],
    stateDirectory: ['orders'],
    limitNoFile: '4096',
  });
  expect(gaps).toEqual([]);
  const sources = value.configFiles.filter((file) => file.source === 'unit:orders.service').map((file) => file.path);
  expect(sources).toEqual([
    '/etc/systemd/system/orders.service',
    '/etc/systemd/system/orders.service.d/operations.conf',
    '/etc/orders/orders.env',
  ]);
});

test('timers start what they trigger', () => {
  expect(value.timers.find((timer) => timer.name === 'phpsessionclean.timer')).toMatchObject({
    kind: 'timer',
    schedule: '*-*-* *:09,39:00',
    command: '/usr/lib/php/sessionclean',
    enabled: true,
  });
  expect(unit('phpsessionclean.service')?.triggeredBy).toEqual(['phpsessionclean.timer']);
});

test('a required environment file that was not read is a gap', () => {
  const read = parseUnits([section('units', recorded('services-257.txt'))]);
  expect(read.gaps).toEqual([expect.objectContaining({ subject: '/etc/orders/orders.env', reason: 'permission' })]);
});

test('without the file, the shown arguments are split at blanks', () => {
  const shown = ['{ path=/a/b ; argv[]=/a/b -x y ; z ; ignore_errors=no ; start_time=[n/a] }'];
  expect(readCommands(shown, [])).toEqual([['/a/b', '-x', 'y', ';', 'z']]);
});

test('written commands: prefixes, resets, continuation, specifiers', () => {
  const files = [
    '[Unit]\nExecStart=/not/here\n[Service]\nExecStart=/old\n',
    '[Service]\nExecStart=\nExecStart=-/bin/run \\\n# why\n  --name=%N "two words"\nExecStart=@/bin/real shown -v\n',
  ];
  expect(writtenCommands(files, 'ExecStart', 'portal.service')).toEqual([
    ['/bin/run', '--name=portal', 'two words'],
    ['shown', '-v'],
  ]);
});

test.each([
  ['a "b c" d', ['a', 'b c', 'd']],
  ["A='x y' B=z", ['A=x y', 'B=z']],
  ['"A=x y" C=\\x41', ['A=x y', 'C=A']],
  ['a ""', ['a', '']],
  ["it's fine", ["it's", 'fine']],
])('words of %s', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test.each([
  ['1min 30s', 90],
  ['500ms', 0.5],
  ['infinity', 0],
])('%s', (text, seconds) => {
  expect(readSeconds(text)).toBe(seconds);
});

test('signals by number', () => {
  expect(['15', '3', '28', '37', 'SIGHUP'].map(signalName)).toEqual([
    'SIGTERM',
    'SIGQUIT',
    'SIGWINCH',
    'SIGRTMIN+3',
    'SIGHUP',
  ]);
});

test('commands that run as root whatever the user is', () => {
  const text = '[Service]\nExecStartPre=/bin/a\nExecStartPre=+/bin/b -x\nExecStartPre=-!/bin/c\n';
  expect(privilegedCommands([text], 'ExecStartPre', 'x.service')).toEqual([['/bin/b', '-x'], ['/bin/c']]);
});

test('what systemd listens on, for which service and how', () => {
  const shown = [
    'Id=quote.socket\nActiveState=active\nAccept=yes\nListen=[::]:9301 (Stream)\nListen=audit 1 (Netlink)\nFileDescriptorName=',
    'Id=lines.socket\nActiveState=active\nAccept=no\nTriggers=lines.service\nListen=/run/lines (Datagram)\nFileDescriptorName=l',
    'Id=off.socket\nActiveState=inactive\nAccept=no\nTriggers=off.service\nListen=0.0.0.0:1 (Stream)',
  ].join('\n\n');
  const found = parseUnits([section('units', shown)]).value.socketUnits;
  const [quote, lines] = found;
  expect(found).toHaveLength(2);
  expect(quote).toMatchObject({ service: 'quote@0.service', perCall: true, descriptorName: 'quote.socket' });
  expect(quote?.listen).toEqual([{ type: 'stream', address: '[::]:9301' }]);
  expect(lines).toMatchObject({ service: 'lines.service', perCall: false, descriptorName: 'l' });
  expect(lines?.listen).toEqual([{ type: 'datagram', address: '/run/lines' }]);
});
