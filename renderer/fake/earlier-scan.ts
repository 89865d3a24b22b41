import type { Facts } from '../../shared/model/facts.ts';
import { newestScan } from './world.ts';

export const earlierScan = { ...newestScan, id: '2026-08-17T06-15-00Z', takenAt: '2026-08-17T06:15:00.000Z' };

/** The server as it was some months before: older packages, a package and a schedule that came later, other settings. */
export function earlierFacts(facts: Facts): Facts {
  return {
    ...facts,
    packages: facts.packages
      .filter(({ name }) => name !== 'apache2-utils')
      .map((one) => (one.name.startsWith('apache2') ? { ...one, version: '2.4.65-1~deb12u1' } : one)),
    starters: facts.starters.slice(1),
    users: facts.users.filter(({ name }) => name !== 'auditor'),
    configFiles: facts.configFiles.map((file) =>
      file.path === '/etc/apache2/envvars' ? { ...file, content: earlierEnvironment(file.content) } : file,
    ),
  };
}

function earlierEnvironment(content: string): string {
  return content.replace('export APACHE_RUN_USER=www-data', 'export APACHE_RUN_USER=web');
}
