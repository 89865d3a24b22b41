import { expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

it.each([
  ['https://deploy:hunter2@git.example/portal.git', 'https://deploy:•••@git.example/portal.git'],
  ['sent "Authorization: Bearer eyJhbGciOi.payload.x"', 'sent "Authorization: Bearer •••"'],
  ['{"msg":"password=hunter2 refused"}', '{"msg":"password=••• refused"}'],
  ['{"password":"hunter2","user":"deploy"}', '{"password":"•••","user":"deploy"}'],
  ['API_KEY: abc123', 'API_KEY: •••'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----\\nAAAA\\n-----END OPENSSH PRIVATE KEY----- read', '••• read'],
  ['-----BEGIN PRIVATE KEY-----\nAAAA', '•••'],
])('hides the secret in %s', (text, hidden) => {
  expect(withoutSecrets(text)).toBe(hidden);
});

it.each(['ssh://deploy@portal:22 refused', 'The password is wrong.', '{"pid":1,"msg":"engine started"}'])(
  'leaves %s as it is',
  (text) => {
    expect(withoutSecrets(text)).toBe(text);
  },
);
