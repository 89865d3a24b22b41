import { expect, test } from 'vitest';
import { aConfig, aFacts, aFile, aProcess, aUnit } from '../../detectors/support/a-facts.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { logDirectoriesOf } from './log-directories.ts';

const start = { type: 'simple', mainPid: 7 };

function planned(options: { directories: string[]; argv?: string[]; config?: string; scope?: 'file' | 'tree' }) {
  const root = aProcess({
    pid: 7,
    exe: '/usr/sbin/chartd',
    user: 'chart',
    uid: 104,
    argv: options.argv ?? ['/usr/sbin/chartd'],
    environment: [{ name: 'TRACE', value: '/var/log/traces/chart.trace' }],
    unit: 'charts.service',
  });
  const unit = aUnit({ ...start, name: 'charts.service', execStart: [root.argv] });
  const server = openFacts(
    aFacts({
      processes: [root],
      units: [unit],
      files: ['/var/log', ...options.directories].map((path) => aFile(path, { type: 'directory', mode: 0o755 })),
      configFiles: options.config === undefined ? [] : [aConfig('/etc/chart/main.conf', options.config)],
    }),
  );
  const config = [
    {
      path: options.scope === 'tree' ? '/etc/chart' : '/etc/chart/main.conf',
      scope: options.scope ?? 'file',
      reason: '',
    },
  ] as const;
  return logDirectoriesOf(server, { root, members: [root], unit }, [...config]);
}

test.each(['charts', 'chartd', 'chart'])(
  'the directory that bears the name of its unit, program or user: %s',
  (name) => {
    expect(planned({ directories: [`/var/log/${name}`] }).map(({ path }) => path)).toEqual([`/var/log/${name}`]);
  },
);

test.each(['file', 'tree'] as const)('the directory of a log that its configuration names (%s)', (scope) => {
  const config = '# logfile /var/log/commented/x.log\nlogfile "/var/log/sea/chart.log"\n';
  expect(planned({ directories: ['/var/log/sea', '/var/log/commented'], config, scope })).toEqual([
    {
      path: '/var/log/sea',
      reason: 'A log stands there: /etc/chart/main.conf names /var/log/sea/chart.log.',
    },
  ]);
});

test('one that its arguments name, be it itself, and one of its environment', () => {
  const argv = ['/usr/sbin/chartd', '--log-dir=/var/log/deep/chart'];
  const directories = ['/var/log/deep', '/var/log/deep/chart', '/var/log/traces'];
  expect(planned({ directories, argv }).map(({ path }) => path)).toEqual(['/var/log/deep/chart', '/var/log/traces']);
});

test('nothing that the server does not have, and never /var/log itself', () => {
  expect(planned({ directories: [], config: 'log /var/log/chart.log\nother /var/log/none/chart.log\n' })).toEqual([]);
});

test('a path elsewhere that merely ends so is another', () => {
  expect(planned({ directories: ['/var/log/sea'], config: 'log /srv/var/log/sea/x.log\n' })).toEqual([]);
});
