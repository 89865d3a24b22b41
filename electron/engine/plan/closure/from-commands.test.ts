import { expect, test } from 'vitest';
import { aConfig, aFacts, aFile, aPackage } from '../../detectors/support/a-facts.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { fromCommands } from './from-commands.ts';

const script = '/usr/libexec/harbour/start.sh';
const server = openFacts(
  aFacts({
    packages: [aPackage('harbour'), aPackage('cpio'), aPackage('dash')],
    configFiles: [aConfig(script, '#!/bin/sh\n. /etc/default/harbour\n# /etc/unused\ncpio -o </opt/berth/list\n')],
    files: [
      aFile(script, { package: 'harbour', mode: 0o755 }),
      aFile('/bin/sh', { package: 'dash' }),
      aFile('/usr/bin/cpio', { package: 'cpio' }),
      aFile('/etc/default/harbour'),
      aFile('/etc/unused'),
      aFile('/usr/sbin/harbourd', { type: 'symlink', linkTarget: 'harbourd-full' }),
    ],
  }),
);

test('a start script needs its interpreter, the programs it calls and the settings it reads', () => {
  const draft = fromCommands(server, [['/bin/sh', script, 'start']]);
  expect(draft.packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['harbour', 'dash', 'cpio']));
  expect(draft.config.map(({ path }) => path)).toEqual(['/etc/default/harbour']);
});

test('a program of another name than what then runs comes along', () => {
  expect(fromCommands(server, [['/usr/sbin/harbourd', '-f']]).include).toMatchObject([{ path: '/usr/sbin/harbourd' }]);
});
