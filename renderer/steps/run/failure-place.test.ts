import { expect, it } from 'vitest';
import { dockerfileLine } from './failure-place.ts';

it.each([
  ['The image cannot be built: dockerfile parse error line 31: unknown instruction: RUNN', 31],
  ['The image cannot be built: Dockerfile parse error on line 4: FROM requires arguments', 4],
  ['The image cannot be built: RUN make: line 12: gcc: not found', undefined],
  ['apache2: Syntax error on line 3 of /etc/apache2/apache2.conf', undefined],
])('%j is line %s', (reason, line) => {
  expect(dockerfileLine(['It did not start.', reason])).toBe(line);
});
