import { expect, it } from 'vitest';
import { pushError } from './push-error.ts';

const url = 'https://deploy@git.example/portal.git';

it.each([
  [
    "To https://git.example/portal.git\n ! [rejected]        HEAD -> main (fetch first)\nerror: failed to push some refs to 'x'\nhint: Updates were rejected because the remote contains work",
    'git.rejected',
    'rejected: HEAD -> main (fetch first)',
  ],
  [
    'remote: error: GH006: Protected branch update failed\n ! [remote rejected] HEAD -> main (protected branch hook declined)',
    'git.rejected',
    'remote rejected: HEAD -> main (protected branch hook declined)',
  ],
  ["fatal: could not read Username for 'https://git.example': terminal prompts disabled", 'git.auth', 'refuses'],
  [
    "remote: Invalid username or password.\nfatal: Authentication failed for 'https://git.example/'",
    'git.auth',
    'refuses',
  ],
  ["fatal: unable to access 'https://git.example/': The requested URL returned error: 403", 'git.auth', 'this account'],
  ['git@git.example: Permission denied (publickey).\nfatal: Could not read from remote', 'git.auth', 'SSH keys'],
  [
    '@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key for git.example has changed and you have requested strict checking.\nHost key verification failed.',
    'git.failed',
    'another host key',
  ],
  ['Host key verification failed.\nfatal: Could not read from remote repository.', 'git.failed', 'host key'],
  ['ssh: Could not resolve hostname git.invalid: Name or service not known', 'git.unreachable', 'resolved'],
  ["fatal: unable to access 'https://x/': Failed to connect to x port 443", 'git.unreachable', 'cannot be reached'],
  ['fatal: unable to access: server certificate verification failed. CAfile: none', 'git.unreachable', 'trusted'],
  ["remote: Repository not found.\nfatal: repository 'https://x/' not found", 'git.failed', 'no such repository'],
  ['something else', 'git.failed', 'something else'],
  ['', 'git.failed', 'it says nothing'],
])('%j is %s', (stderr, code, words) => {
  const error = pushError(stderr, url);
  expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
  expect(error.message).not.toContain('\n');
  expect(error.hint).toBeTruthy();
});

it('tells what a hook of the other side has to say, and none of its progress', () => {
  const said = pushError(
    [
      'remote: Resolving deltas: 100% (3/3), done.',
      'remote: ==========',
      'remote: main is protected: open a merge request.',
      ' ! [remote rejected] HEAD -> main (pre-receive hook declined)',
    ].join('\n'),
    url,
  ).message;
  expect(said).toContain('(pre-receive hook declined) | main is protected: open a merge request.');
  expect(said).not.toMatch(/deltas|===/);
});

it('shows neither credentials nor what moves the cursor', () => {
  const { message } = pushError(
    'fatal: no \u001b[31m https://u:pass-word@git.example/x',
    'https://u:pass-word@git.example/x',
  );
  expect(message).not.toContain('pass-word');
  expect(message).not.toContain('\u001b');
});
