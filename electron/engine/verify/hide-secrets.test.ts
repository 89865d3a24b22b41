import { describe, expect, it } from 'vitest';
import { hideSecrets, secretValuesOf } from './hide-secrets.ts';
import { sampleFacts, sampleProcess } from './testing/sample-facts.ts';
import { sampleWorkload } from './testing/sample-workload.ts';

const facts = sampleFacts({
  processes: [
    sampleProcess({
      environment: [
        { name: 'PORTAL_DSN', value: 'correct horse' },
        { name: 'API_TOKEN', value: 'f00dfeed' },
        { name: 'LANG', value: 'de_DE.UTF-8' },
      ],
    }),
  ],
  configFiles: [
    { path: '/etc/portal/.htpasswd', source: 'requested', content: 'admin:$apr1$abc$def\n', truncated: false },
  ],
});
const workload = sampleWorkload({ secrets: [{ kind: 'env', name: 'dsn', variable: 'PORTAL_DSN', reason: '' }] });

describe('hideSecrets', () => {
  it('hides values of secret variables and files, and nothing else', () => {
    const values = secretValuesOf(workload, facts);
    const check = {
      id: 'http:80:/env',
      protocol: 'http',
      title: 'GET /env',
      outcome: 'same' as const,
      server: 'PORTAL_DSN=correct horse\nLANG=de_DE.UTF-8',
      container: 'API_TOKEN=f00dfeed',
      detail: 'admin:$apr1$abc$def',
    };
    expect(hideSecrets(check, values)).toMatchObject({
      server: 'PORTAL_DSN=•••\nLANG=de_DE.UTF-8',
      container: 'API_TOKEN=•••',
      detail: 'admin:•••',
    });
  });

  const php = `<?php
return [
  'password' => 'Gr8-Anchor!Chain',
  'zone' => 'Asia/Shanghai',
  'city' => 'Shanghai',
  'pepper' => 'k3ntQ9zz',
];
`;

  it('of a configuration with a password, hides that and what looks like a token, and not its other words', () => {
    const configFiles = [{ path: '/srv/database.php', source: 'requested', content: php, truncated: false }];
    const secret = { kind: 'file' as const, name: 'database', path: '/srv/database.php', reason: '' };
    const values = secretValuesOf(sampleWorkload({ secrets: [secret] }), sampleFacts({ configFiles }));
    expect(values).toContain('Gr8-Anchor!Chain');
    expect(values.some((value) => value.includes('k3ntQ9zz'))).toBe(true);
    expect(values.filter((value) => value.includes('Shanghai'))).toEqual([]);
  });

  it('hides the password of an address also where it stands without it', () => {
    const environment = [{ name: 'DATABASE_URL', value: 'postgres://shop:rope-walk-91@db/shop' }];
    const values = secretValuesOf(sampleWorkload(), sampleFacts({ processes: [sampleProcess({ environment })] }));
    expect(values).toEqual(['postgres://shop:rope-walk-91@db/shop', 'rope-walk-91']);
  });

  it('hides no path that a secret file names', () => {
    const content = 'Defaults secure_path="/usr/local/sbin:/usr/sbin"\nkeeper ALL=(root) /usr/bin/systemctl\n';
    const configFiles = [{ path: '/etc/sudoers', source: 'requested', content, truncated: false }];
    const values = secretValuesOf(sampleWorkload(), sampleFacts({ configFiles }));
    expect(values.filter((value) => value.includes('/'))).toEqual([]);
  });
});
