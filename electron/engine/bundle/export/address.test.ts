import { describe, expect, it } from 'vitest';
import { hostOf, requireAddress, requireBranch, withoutCredentials } from './address.ts';

const codeOf = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('an address', () => {
  it.each([
    'https://git.example/team/portal.git',
    'https://deploy@git.example/team/portal.git',
    'ssh://git@git.example:2222/portal.git',
    'git@git.example:team/portal.git',
    'work-host:portal.git',
    '/srv/git/portal.git',
    './portal.git',
    'file:///srv/git/portal.git',
    'C:\\git\\portal.git',
  ])('is %s', (url) => {
    expect(codeOf(() => requireAddress(url))).toBeUndefined();
  });

  it.each(['--upload-pack=id', 'ext::sh -c id', 'fd::3', '', 'a\nb', '-oProxyCommand=id:x', 'portal'])(
    'is not %j',
    (url) => {
      expect(codeOf(() => requireAddress(url))).toMatchObject({ code: 'usage' });
    },
  );

  it.each([
    'https://deploy:pass-word@git.example/portal.git',
    'https://:pass-word@git.example/portal.git',
    'https://deploy:pass@pass-word@git.example/portal.git',
    'https://ghp_pass-word@git.example/portal.git',
    'ssh://git:pass-word@git.example/portal.git',
  ])('holds no password: %s', (url) => {
    const error = codeOf(() => requireAddress(url));
    expect(error).toMatchObject({ code: 'usage', hint: expect.stringMatching(/:\/\/git\.example\/portal\.git/) });
    expect(JSON.stringify([error, error instanceof Error && error.message])).not.toContain('pass-word');
  });

  it('is shown without its credentials', () => {
    const text = "fatal: unable to access 'https://user:p@ss@host/x': gone, see http://a@b/c";
    expect(withoutCredentials(text)).toBe("fatal: unable to access 'https://host/x': gone, see http://b/c");
  });
});

describe('a branch', () => {
  it.each(['main', 'team/portal-2', 'v1.2'])('is %s', (branch) => {
    expect(codeOf(() => requireBranch(branch))).toBeUndefined();
  });

  it.each(['--force', 'a..b', 'a b', 'x.lock', '', 'a/.b', 'a/', 'x.lock/y', 'a:b'])('is not %j', (branch) => {
    expect(codeOf(() => requireBranch(branch))).toMatchObject({ code: 'usage' });
  });
});

it.each([
  ['ssh://git@git.example:2222/portal.git', 'git.example:2222'],
  ['ssh://git.example:22/portal.git', 'git.example'],
  ['ssh://git@[2001:db8::7]:2222/portal.git', '[2001:db8::7]:2222'],
  ['https://deploy@git.example/portal.git', 'git.example'],
  ['git@git.example:team/portal.git', 'git.example'],
  ['work-host:portal.git', 'work-host'],
  ['C:\\git\\portal.git', ''],
  ['/srv/git/portal.git', ''],
  ['file:///srv/git/portal.git', ''],
])('%s is at %j', (url, host) => {
  expect(hostOf(url)).toBe(host);
});
