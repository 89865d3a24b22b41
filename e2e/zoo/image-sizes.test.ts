import { expect, test } from 'vitest';
import { baseOf } from './image-sizes.ts';

test('the base is the last FROM, whatever its options', () => {
  expect(baseOf('# why\nFROM debian:bookworm-slim\nADD payload.tar /\n')).toBe('debian:bookworm-slim');
  expect(baseOf('FROM a AS build\nFROM --platform=linux/amd64 scratch\n')).toBe('scratch');
  expect(() => baseOf('ADD x /\n')).toThrow('no FROM');
});
