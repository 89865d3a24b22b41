import { expect, it } from 'vitest';
import { suggestFolder } from './suggest-folder.ts';

it.each([
  ['/home/engineer', 'portal', '/home/engineer/slipway/portal'],
  ['/home/engineer', ' 老 系统 ', '/home/engineer/slipway/老-系统'],
  ['/home/engineer', '../../etc', '/home/engineer/slipway/-..-etc'],
  ['C:\\Users\\engineer', 'a:b', 'C:\\Users\\engineer\\slipway\\a-b'],
  ['/home/engineer', '  ', ''],
])('suggests a folder in %s for "%s"', (home, name, folder) => {
  expect(suggestFolder(home, name)).toBe(folder);
});
