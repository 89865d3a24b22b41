import { expect, it } from 'vitest';
import { colleagueCommands } from './colleague-commands.ts';

const start = 'docker compose up --build -d\ndocker compose ps';

it('clones into the folder that Git makes of the address', () => {
  expect(colleagueCommands('portal', { way: 'push', remote: 'git@git.example:ops/portal.git' })).toBe(
    `git clone git@git.example:ops/portal.git\ncd portal\n${start}`,
  );
  expect(colleagueCommands('x', { way: 'push', remote: 'https://git.example/ops/old-portal/' })).toContain(
    '\ncd old-portal\n',
  );
});

it('starts in the folder where there is no remote yet, whatever its name', () => {
  expect(colleagueCommands("old 'portal'", { way: 'push', remote: undefined }).split('\n')[0]).toBe(
    `cd 'old '\\''portal'\\'''`,
  );
});

it.each([
  [{ way: 'folder', target: '/home/engineer/portal copy/' } as const, `cd 'portal copy'\n${start}`],
  [{ way: 'zip', target: '/home/engineer/portal.zip' } as const, `unzip portal.zip -d portal\ncd portal\n${start}`],
  [{ way: 'zip', target: 'C:\\Users\\engineer\\p.zip' } as const, `unzip p.zip -d p\ncd p\n${start}`],
])('begins with what was handed over: %j', (delivery, commands) => {
  expect(colleagueCommands('portal', delivery)).toBe(commands);
});
