import { describe, expect, it } from 'vitest';
import { aConfig, aFacts } from '../support/a-facts.fixture.ts';
import { openFacts } from '../support/server.ts';
import { evaluateApache } from './evaluate.ts';
import { apacheSetupOf } from './setup.ts';

const main = '/etc/apache2/apache2.conf';

function served(...lines: string[]): string[] {
  const server = openFacts(aFacts({ configFiles: [aConfig(main, lines.join('\n'))] }));
  const start = { serverRoot: '/etc/apache2', variables: new Map<string, string>(), defines: [] };
  return apacheSetupOf(evaluateApache(server, main, start)).served.map(({ path }) => path);
}

function virtualHost(port: number, ...lines: string[]): string[] {
  return [`<VirtualHost *:${port}>`, ...lines, '</VirtualHost>'];
}

describe('the DocumentRoot that distributions build in', () => {
  it('is served where nothing names one', () => {
    expect(served('Listen 80')).toEqual(['/var/www/html']);
  });

  it('is served where a virtual host names none, whatever others do', () => {
    const named = virtualHost(80, 'DocumentRoot /srv/a');
    expect(served('Listen 80', ...named, ...virtualHost(81, 'ServerName b.example'))).toContain('/var/www/html');
  });

  it('is not where every virtual host names its own', () => {
    const hosts = [...virtualHost(80, 'DocumentRoot /srv/a'), ...virtualHost(81, 'DocumentRoot /srv/b')];
    expect(served('Listen 80', ...hosts)).toEqual(['/srv/a', '/srv/b']);
  });

  it('is not where the main server names one, which its virtual hosts take over', () => {
    expect(served('DocumentRoot /srv/main', ...virtualHost(80, 'ServerName a.example'))).toEqual(['/srv/main']);
  });
});
