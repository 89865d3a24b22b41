import { expect, it } from 'vitest';
import { fusesFor } from './fuses.ts';

const configured = { runAsNode: false, onlyLoadAppFromAsar: true, grantFileProtocolExtraPrivileges: false };

it('lets the program be Node on Linux alone, for the command line', () => {
  expect(fusesFor(configured, 'linux', '45.4.1')).toEqual({ ...configured, runAsNode: true });
  expect(fusesFor(configured, 'darwin', '45.4.1')).toEqual(configured);
  expect(fusesFor(configured, 'win32', '45.4.1')).toEqual(configured);
});

it('leaves out what an older release does not know', () => {
  expect(fusesFor(configured, 'darwin', '25.1.1')).toEqual({ runAsNode: false, onlyLoadAppFromAsar: true });
});
