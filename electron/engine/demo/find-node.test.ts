import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { findNode } from './find-node.ts';

const electron = { execPath: '/opt/slipway/slipway', electron: '25.1.1', platform: 'linux' } as const;

it('is this program where it is Node', () => {
  expect(findNode({ environment: {}, execPath: '/usr/bin/node', electron: undefined, platform: 'linux' })).toBe(
    '/usr/bin/node',
  );
});

it('is never the window’s own program', () => {
  expect(findNode({ ...electron, environment: {} })).toBeUndefined();
  expect(findNode({ ...electron, environment: { PATH: '/nowhere' } })).toBeUndefined();
  expect(findNode({ ...electron, environment: { npm_node_execpath: process.execPath } })).toBe(process.execPath);
});

it('is looked for on the PATH', () => {
  const environment = { npm_node_execpath: '/nowhere/node', PATH: `/nowhere::${dirname(process.execPath)}` };
  expect(findNode({ ...electron, environment })).toBe(`${dirname(process.execPath)}/node`);
});
