import { expect, it } from 'vitest';
import { colleagueCommands } from './colleague-commands.ts';

it('clones into the folder that Git makes of the address', () => {
  expect(colleagueCommands('portal', 'git@git.example:ops/portal.git')).toBe(
    'git clone git@git.example:ops/portal.git\ncd portal\ndocker compose up --build -d\ndocker compose ps',
  );
  expect(colleagueCommands('x', 'https://git.example/ops/old-portal/')).toContain('\ncd old-portal\n');
});

it('starts in the folder where there is no remote yet, whatever its name', () => {
  expect(colleagueCommands("old 'portal'", undefined).split('\n')[0]).toBe(`cd 'old '\\''portal'\\'''`);
});
