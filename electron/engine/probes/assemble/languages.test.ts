import { expect, test } from 'vitest';
import { emptyProcess } from '../../../../shared/testing/empty-facts.ts';
import { joinLanguages } from './languages.ts';

const marks = {
  virtualenvs: [{ path: '/opt/v', details: ['version = 3.11.2'] }],
  directories: [{ kind: 'node_modules' as const, path: '/srv/app/node_modules' }],
  goBinaries: [{ path: '/usr/local/bin/api', details: ['path example.com/api'] }],
};

test('environments are joined with the processes that use them', () => {
  const found = joinLanguages(marks, [
    emptyProcess({ pid: 10, exe: '/usr/bin/python3.11', argv: ['/opt/v/bin/python', 'app.py'] }),
    emptyProcess({ pid: 11, exe: '/usr/bin/python3.11', environment: [{ name: 'VIRTUAL_ENV', value: '/opt/v' }] }),
    emptyProcess({ pid: 12, exe: '/usr/bin/node', argv: ['node', 'server.js'], cwd: '/srv/app' }),
    emptyProcess({ pid: 13, exe: '/usr/sbin/cron', cwd: '/srv/app' }),
    emptyProcess({ pid: 14, exe: '/usr/local/bin/api' }),
    emptyProcess({
      pid: 15,
      exe: '/usr/bin/java',
      argv: ['java', '-cp', 'lib/a.jar:/opt/b.jar', 'Main'],
      cwd: '/srv/j',
    }),
    emptyProcess({ pid: 16, exe: '/usr/bin/perl', argv: ['perl', '-I', '/srv/lib', 'x.pl'] }),
    emptyProcess({ pid: 17, exe: '/usr/bin/ruby', mappedFiles: ['/var/lib/gems/3.1.0/extensions/x/puma.so'] }),
  ]);
  expect(found.map(({ kind, path, pids }) => [kind, path, pids])).toEqual([
    ['virtualenv', '/opt/v', [10, 11]],
    ['node_modules', '/srv/app/node_modules', [12]],
    ['go-binary', '/usr/local/bin/api', [14]],
    ['perl-inc', '/srv/lib', [16]],
    ['jar', '/srv/j/lib/a.jar', [15]],
    ['jar', '/opt/b.jar', [15]],
    ['gems', '/var/lib/gems/3.1.0', [17]],
  ]);
});

test('what no process uses is left out', () => {
  expect(joinLanguages(marks, [emptyProcess({ exe: '/bin/true' })])).toEqual([]);
});

test('a variable is a search path by its own name alone', () => {
  const environment = ['PYTHONPATH', 'constructor', '__proto__'].map((name) => ({ name, value: '/srv/lib' }));
  const nothing = { virtualenvs: [], directories: [], goBinaries: [] };
  const found = joinLanguages(nothing, [emptyProcess({ pid: 20, environment })]);
  expect(found.map(({ kind, details }) => [kind, details])).toEqual([['python-path', ['PYTHONPATH']]]);
});
