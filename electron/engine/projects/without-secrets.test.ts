import { expect, it } from 'vitest';
import { emptyFacts, emptyProcess } from '../../../shared/testing/empty-facts.ts';
import { withoutSecrets } from './without-secrets.ts';

const config = (path: string, content: string) => ({ path, source: 'requested', content, truncated: false });

it('hides secrets in environments and arguments, and nothing else of them', () => {
  const shown = withoutSecrets(
    emptyFacts({
      processes: [
        emptyProcess({
          argv: ['/opt/app', '--token=s3cr3t-token', '--port', '80'],
          environment: [
            { name: 'DB_PASSWORD', value: 'hunter2' },
            { name: 'LANG', value: 'C.UTF-8' },
          ],
        }),
      ],
    }),
  );
  expect(shown.processes[0]?.argv).toEqual(['/opt/app', '--token=•••', '--port', '80']);
  expect(shown.processes[0]?.environment).toEqual([
    { name: 'DB_PASSWORD', value: '•••' },
    { name: 'LANG', value: 'C.UTF-8' },
  ]);
});

it('hides the secret of a configuration file, and the whole of one that is nothing else', () => {
  const shown = withoutSecrets(
    emptyFacts({
      configFiles: [
        config('/etc/app.ini', 'host = db\npassword = "keel-haul-7"\n'),
        config('/etc/ssl/private/site.key', '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n'),
      ],
    }),
  );
  expect(shown.configFiles.map((file) => file.content)).toEqual(['host = db\npassword = "•••"\n', '•••']);
});

it('leaves the facts themselves as they are', () => {
  const facts = emptyFacts({ configFiles: [config('/etc/app.ini', 'password = "keel-haul-7"\n')] });
  withoutSecrets(facts);
  expect(facts.configFiles[0]?.content).toContain('keel-haul-7');
});
