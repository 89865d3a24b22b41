import { expect, test } from 'vitest';
import { aFacts, aFile, aPackage, aProcess } from '../../detectors/support/a-facts.fixture.ts';
import { onlyTree } from '../../detectors/support/only-tree.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { companionsOf } from './companions.ts';

test('plug-ins of the same source come along, what is for others does not', () => {
  const core = { source: 'dovecot' };
  const server = openFacts(
    aFacts({
      processes: [aProcess({ pid: 5, exe: '/usr/sbin/dovecot' })],
      files: [aFile('/usr/sbin/dovecot', { package: 'dovecot-core' })],
      packages: [
        aPackage('dovecot-core', ['libc6'], core),
        aPackage('dovecot-imapd', ['dovecot-core'], core),
        aPackage('dovecot-dev', ['dovecot-core'], core),
        aPackage('mail-reader', ['dovecot-core']),
      ],
    }),
  );
  expect(companionsOf(server, onlyTree(server)).packages.map(({ name }) => name)).toEqual(['dovecot-imapd']);
});
