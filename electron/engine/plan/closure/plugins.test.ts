import { expect, test } from 'vitest';
import { aProcess } from '../../detectors/support/a-facts.fixture.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import { pluginNotes, pluginsOf } from './plugins.ts';

const reason = 'opened at start';

function plugins(mapped: string[][], configured: string[]) {
  const members = mapped.map((mappedFiles, index) => aProcess({ pid: index + 1, mappedFiles }));
  const [root] = members;
  if (root === undefined) throw new Error('no process');
  const tree: ProcessTree = { root, members, unit: undefined };
  return pluginsOf(tree, { paths: configured, reason });
}

test('those that any process has open, in the directories of what is mapped, and those that are configured', () => {
  const mapped = [
    ['/usr/lib64/httpd/modules/mod_cgi.so', '/usr/lib64/libapr-1.so.0'],
    ['/usr/lib64/httpd/modules/mod_extra.so'],
  ];
  const configured = ['/etc/httpd/modules/mod_cgi.so', '/etc/httpd/modules/mod_new.so'];
  const found = plugins(mapped, configured);
  expect(found).toEqual([
    { directory: '/usr/lib64/httpd/modules', loaded: ['mod_cgi.so', 'mod_extra.so', 'mod_new.so'], reason },
  ]);
  expect(pluginNotes(found).join()).toContain('/usr/lib64/httpd/modules');
});

test('nothing is said where none is seen: without rights, or where the service opens none', () => {
  expect(plugins([[]], ['/usr/lib/apache2/modules/mod_cgi.so'])).toEqual([]);
  expect(plugins([['/usr/lib/exampled/lazy.so']], [])).toEqual([]);
});

test("the loader's own directories are no place of plug-ins", () => {
  const path = '/usr/lib/x86_64-linux-gnu/libphp8.2.so';
  expect(plugins([[path]], [path])).toEqual([]);
});
