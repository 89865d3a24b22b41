import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseJson } from './parse-json.ts';

const shape = z.object({ port: z.number() });

it('reads what has the shape', () => {
  expect(parseJson('{"port":22}', shape)).toEqual({ success: true, data: { port: 22 } });
});

it.each(['', '{', '{"port":"22"}', 'null'])('says why %j is none, and never throws', (text) => {
  const { data, error } = parseJson(text, shape);
  expect([data, error?.issues.length]).toEqual([undefined, 1]);
});
