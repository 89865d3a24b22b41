import { expect, it } from 'vitest';
import { splitTargets } from './targets.ts';

const machine = { downloads: false, appImageTools: false, dpkg: false };

it('builds what the system is for', () => {
  expect(splitTargets({ ...machine, platform: 'linux', downloads: true, dpkg: true }).built).toEqual([
    'deb',
    'AppImage',
  ]);
  expect(splitTargets({ ...machine, platform: 'darwin', downloads: true }).built).toEqual(['dmg']);
  expect(splitTargets({ ...machine, platform: 'win32', downloads: true }).built).toEqual(['nsis']);
});

it('builds a deb without any download, and says why nothing else', () => {
  const { built, left } = splitTargets({ ...machine, platform: 'linux', dpkg: true });
  expect(built).toEqual(['deb']);
  expect(left.map(({ target }) => target)).toEqual(['AppImage', 'dmg', 'nsis']);
  expect(left[0]?.why).toContain('GitHub');
  expect(left[1]?.why).toContain('macOS');
});

it('builds an AppImage with tools that are here', () => {
  expect(splitTargets({ ...machine, platform: 'linux', appImageTools: true }).built).toEqual(['AppImage']);
  expect(splitTargets({ ...machine, platform: 'darwin', appImageTools: true }).built).toEqual([]);
});
