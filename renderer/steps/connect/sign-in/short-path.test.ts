import { expect, it } from 'vitest';
import { shortPath } from './short-path.ts';

it('writes ~ for the home directory, and leaves other paths as they are', () => {
  expect(shortPath('/home/engineer/.ssh/id_rsa', '/home/engineer')).toBe('~/.ssh/id_rsa');
  expect(shortPath('C:\\Users\\engineer\\.ssh\\id_rsa', 'C:\\Users\\engineer')).toBe('~\\.ssh\\id_rsa');
  expect(shortPath('/home/engineering/id_rsa', '/home/engineer')).toBe('/home/engineering/id_rsa');
  expect(shortPath('/srv/id_rsa', '')).toBe('/srv/id_rsa');
});
