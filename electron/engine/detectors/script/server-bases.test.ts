import { expect, test } from 'vitest';
import { aDirectory, aFacts, aListener, aProcess } from '../support/a-facts.fixture.ts';
import { onlyTree } from '../support/only-tree.fixture.ts';
import { openFacts } from '../support/server.ts';
import { script } from './index.ts';
import { serverBasesOf } from './server-bases.ts';

const tomcat = aProcess({
  pid: 5,
  exe: '/usr/lib/jvm/java-17/bin/java',
  cwd: '/var/lib/tomcat10',
  argv: [
    'java',
    '-Dcatalina.base=/var/lib/tomcat10',
    '-Dcatalina.home=../../../usr/share/tomcat10',
    '-Djava.io.tmpdir=/tmp',
    'org.apache.catalina.startup.Bootstrap',
  ],
});

test('where an application server has what it serves', () => {
  const server = openFacts(aFacts({ processes: [tomcat] }));
  expect(serverBasesOf(onlyTree(server))).toEqual(['/var/lib/tomcat10', '/usr/share/tomcat10']);
});

test('that is the application, without what is made while it runs', () => {
  const files = ['/var/lib/tomcat10', '/usr/share/tomcat10'].map((path) => aDirectory(path));
  const server = openFacts(aFacts({ processes: [tomcat], listeners: [aListener(8080, [5])], files }));
  const tree = onlyTree(server);
  const finding = script.detect(server, tree);
  const part = finding && script.plan(server, tree, finding);
  expect(part?.applications).toContain('/var/lib/tomcat10');
  expect(part?.exclude.map(({ pattern }) => pattern)).toContain('/var/lib/tomcat10/work/*');
});
