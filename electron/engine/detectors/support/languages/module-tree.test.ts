import { expect, it } from 'vitest';
import { moduleTreeOf } from './module-tree.ts';

it.each([
  ['/srv/shop/node_modules/pm2/bin/pm2', '/srv/shop/node_modules'],
  ['/srv/shop/node_modules/a/node_modules/b/index.js', '/srv/shop/node_modules'],
  ['/usr/local/lib/node_modules/pm2/bin/pm2', '/usr/local/lib/node_modules/pm2'],
  [
    '/home/deploy/.nvm/versions/node/v18/lib/node_modules/@a/b/cli.js',
    '/home/deploy/.nvm/versions/node/v18/lib/node_modules/@a/b',
  ],
  ['/node_modules/a', '/node_modules'],
  ['/srv/shop/node_modules', undefined],
  ['/srv/shop/my_node_modules/a', undefined],
])('%s loads from %s', (path, tree) => {
  expect(moduleTreeOf(path)).toBe(tree);
});
