import { expect, test } from 'vitest';
import { composeScript, makeSecrets, shellCommand } from './compose.ts';

test('secrets are new each time and reach the server in the script alone', () => {
  const [one, two] = [makeSecrets(), makeSecrets()];
  expect(new Set([...Object.values(one), ...Object.values(two)]).size).toBe(6);
  const script = composeScript([[{ name: 'p', script: 'echo x', seconds: 3, bytes: 4 }]], one);
  expect(script).toContain(`boundary=${one.boundary}\n`);
  expect(shellCommand).not.toMatch(/[0-9a-f]{32}/);
});
