import { describe, expect, it } from 'vitest';
import { needlesOf } from './secret-needles.ts';

function needles(content: string): string[] {
  return needlesOf({ name: 'portal/DB_PASSWORD', content }).map(({ bytes }) => bytes.toString());
}

describe('needlesOf', () => {
  it('looks for a strong value anywhere', () => {
    expect(needles('correct-h0rse\n')).toEqual(['correct-h0rse']);
    expect(needles('onlylettersbutlong')).toEqual(['onlylettersbutlong']);
  });

  it.each(['portal', 'www-data', 'secret', '/srv/portal1'])(
    'looks for %j behind the name of its variable alone',
    (value) => {
      expect(needles(value)).toContain(`DB_PASSWORD=${value}`);
      expect(needles(value)).not.toContain(value);
    },
  );

  it('looks for nothing where there is nothing', () => {
    expect(needles('')).toEqual([]);
  });

  it('looks for the lines of a key and not for those of the certificate beside it', () => {
    const certificate = '-----BEGIN CERTIFICATE-----\nMIIDpublic0123456789\n-----END CERTIFICATE-----';
    const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIEsecret0123456789\n-----END RSA PRIVATE KEY-----';
    expect(needles(`${certificate}\n${key}\n`)).toEqual(['MIIEsecret0123456789']);
  });

  it('looks for the values of a settings file, not for what every such file says', () => {
    const settings =
      'import os\nDEBUG = False\nSECRET_KEY = "k3y-0f-the-portal"\nroot=/srv/portal2\nmax_connections = 100\n';
    expect(needles(settings)).toEqual(['k3y-0f-the-portal']);
  });

  it('does not look for headings and comments, which every file of the kind has', () => {
    expect(needles('# Do-not-edit-2\n[client]\n[mysql_upgrade]\npassword = Anchor-88x\n')).toEqual(['Anchor-88x']);
  });
});
