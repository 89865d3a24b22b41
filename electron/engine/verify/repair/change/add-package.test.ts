import { expect, test } from 'vitest';
import { sampleWorkload } from '../../testing/sample-workload.ts';
import { addPackages } from './add-package.ts';

const whole = { name: 'libgeo', version: '1', reason: 'asked for' };
const part = { ...whole, reason: 'mapped', onlyFor: { libraries: ['/usr/lib/libgeo.so.1'], packages: [] } };
const other = { name: 'tzdata', version: '2', reason: 'asked for' };

function having(...packages: (typeof whole | typeof part)[]) {
  return sampleWorkload({ files: { packages, include: [], exclude: [] } });
}

test('a package that it lacks is added, and nothing else changes', () => {
  const workload = having(other);
  const changed = addPackages(workload, [whole]);
  expect(changed).toEqual({ ...workload, files: { ...workload.files, packages: [other, whole] } });
  expect(workload.files.packages).toEqual([other]);
});

test('one that it has in part becomes whole, and stands there once', () => {
  expect(addPackages(having(part, other), [whole]).files.packages).toEqual([other, whole]);
});

test('one that it has whole stays whole where a part of it is asked for', () => {
  const workload = having(whole);
  expect(addPackages(workload, [part])).toBe(workload);
  const partly = having(part);
  expect(addPackages(partly, [part])).toBe(partly);
});
