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
});
