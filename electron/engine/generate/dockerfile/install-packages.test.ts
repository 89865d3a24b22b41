import { describe, expect, it } from 'vitest';
import { plan } from '../__fixtures__/plans.ts';
import { installInstruction } from './install-packages.ts';

function server(packageManager: 'dpkg' | 'rpm' | 'apk' | 'none', id: string, versionId: string) {
  const { server } = plan();
  return { ...server, packageManager, os: { ...server.os, id, versionId } };
}

const curl = [{ name: 'curl', version: '7.61-1' }];

describe('installInstruction', () => {
  it.each([
    ['rpm', 'centos', '7', 'RUN yum install -y'],
    ['rpm', 'rocky', '9.3', 'RUN dnf install -y'],
    ['rpm', 'fedora', '39', 'RUN dnf install -y'],
    ['apk', 'alpine', '3.19', 'RUN apk add --no-cache'],
    ['dpkg', 'debian', '12', 'RUN apt-get update'],
  ] as const)('uses the tool of %s on %s %s', (manager, id, version, start) => {
    expect(installInstruction(server(manager, id, version), curl).split(' \\\n')[0]).toBe(start);
  });

  it.each(['a;reboot', 'a b', '-o', '$(id)', "a'b", ''])('lets the name %j into no shell', (name) => {
    expect(() => installInstruction(server('dpkg', 'debian', '12'), [{ name, version: '1' }])).toThrow(
      expect.objectContaining({ code: 'bundle.invalid' }),
    );
  });

  it('refuses a server without a package manager', () => {
    expect(() => installInstruction(server('none', 'other', ''), curl)).toThrow(/package manager/);
  });
});
