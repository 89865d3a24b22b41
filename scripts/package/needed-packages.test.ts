import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { neededPackages, withoutBundled } from './needed-packages.ts';

const needed = neededPackages(fileURLToPath(new URL('../../', import.meta.url)));

it('takes what the packages outside the bundle need, and no more', () => {
  expect(needed).toEqual(expect.arrayContaining(['dockerode', 'docker-modem', 'ssh2', 'asn1', '@grpc/grpc-js']));
  const bundled = ['zod', 'yaml', 'pino', '@orpc/client', 'isomorphic-git'];
  const native = ['cpu-features', 'nan'];
  expect(needed.filter((name) => [...bundled, ...native].includes(name) || name.startsWith('@types/'))).toEqual([]);
});

it('leaves out the others, also beside one of the same scope', () => {
  expect(withoutBundled(['ssh2', '@grpc/grpc-js', '@grpc/proto-loader'])).toEqual([
    '!node_modules/!(@grpc|ssh2)/**',
    '!node_modules/@grpc/!(grpc-js|proto-loader)/**',
  ]);
});

it('says which package is not installed', () => {
  expect(() => neededPackages('/', ['no-such-package'])).toThrow('no-such-package is not installed.');
});
