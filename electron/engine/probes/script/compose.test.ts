import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeScript, makeSecrets, quote, shellCommand } from './compose.ts';

test('a quoted word reaches a shell as it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      (text) => {
        const seen = execFileSync('sh', ['-c', `printf '%s.' ${quote(text)}`]).toString();
        expect(seen).toBe(`${text}.`);
      },
    ),
    { numRuns: 30, examples: [["'; touch /tmp/x; '"], ['$(id)`id`\\'], ["a'b\nc"]] },
  );
});

test('secrets are new each time and reach the server in the script alone', () => {
  const [one, two] = [makeSecrets(), makeSecrets()];
  expect(new Set([...Object.values(one), ...Object.values(two)]).size).toBe(6);
  const script = composeScript([{ name: 'p', script: 'echo x', seconds: 3, bytes: 4 }], one);
  expect(script).toContain(`boundary='${one.boundary}'`);
  expect(shellCommand).not.toMatch(/[0-9a-f]{32}/);
});
