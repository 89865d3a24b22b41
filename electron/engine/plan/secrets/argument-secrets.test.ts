import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { withoutArgumentSecrets } from './argument-secrets.ts';

test('a command without secrets stays as it is', () => {
  const command = ['/opt/x/run', '--port', '80', '--password-file=/etc/x.pw', '--key', '/etc/x.key'];
  expect(withoutArgumentSecrets(command)).toEqual({ command, variables: [] });
});

test('passwords leave the command, and the shell puts them back unchanged', () => {
  const original = [
    '/usr/bin/printf',
    '%s|',
    "--db-password=a'b $c",
    '--api-token',
    'x"y',
    'z',
    '1',
    '2',
    '3',
    '4',
    '5',
  ];
  const { command, variables } = withoutArgumentSecrets(original);
  expect(command.join(' ')).not.toMatch(/a'b|x"y/);
  expect(variables.map(({ name }) => name)).toEqual(['DB_PASSWORD', 'API_TOKEN']);
  const [program = '', ...argv] = command;
  const env = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
  expect(execFileSync(program, argv, { env, encoding: 'utf8' })).toBe(`${original.slice(2).join('|')}|`);
});

test('a long option may have a single dash', () => {
  const { command, variables } = withoutArgumentSecrets([
    '/opt/beacon',
    '-listen',
    ':80',
    '-admin-password',
    'Lantern-Wick',
  ]);
  expect(command.join(' ')).not.toContain('Lantern-Wick');
  expect(variables).toEqual([{ name: 'ADMIN_PASSWORD', value: 'Lantern-Wick', reason: 'argument --admin-password' }]);
});
