import { expect, it } from 'vitest';
import { splitTargets } from './targets.ts';

it('builds what the system is for', () => {
  expect(splitTargets({ platform: 'linux', downloads: true, dpkg: true }).built).toEqual(['deb', 'AppImage']);
  expect(splitTargets({ platform: 'darwin', downloads: true, dpkg: false }).built).toEqual(['dmg']);
  expect(splitTargets({ platform: 'win32', downloads: true, dpkg: false }).built).toEqual(['nsis']);
});

it('builds a deb without any download, and says why nothing else', () => {
  const { built, left } = splitTargets({ platform: 'linux', downloads: false, dpkg: true });
  expect(built).toEqual(['deb']);
  expect(left.map(({ target }) => target)).toEqual(['AppImage', 'dmg', 'nsis']);
  expect(left[0]?.why).toContain('GitHub');
  expect(left[1]?.why).toContain('macOS');
});
