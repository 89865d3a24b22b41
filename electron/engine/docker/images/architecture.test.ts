import { expect, it } from 'vitest';
import { goArchitecture, machineArchitecture } from './architecture.ts';

it('speaks of an architecture as images and as machines do', () => {
  expect(goArchitecture('aarch64')).toBe('arm64');
  expect(machineArchitecture('arm64')).toBe('aarch64');
});

it('leaves a name that it does not know, whatever the engine calls it', () => {
  expect(goArchitecture('constructor')).toBe('constructor');
  expect(machineArchitecture('__proto__')).toBe('__proto__');
});
