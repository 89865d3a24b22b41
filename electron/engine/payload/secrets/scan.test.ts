import { describe, expect, it } from 'vitest';
import { scanText } from './scan.ts';

// Assembled here, so that no scanner takes this file for a leak.
const pem = (kind: string): string => `-----BEGIN ${kind}-----\n${'MIIEowIBAAKCAQEA'.repeat(3)}\n-----END ${kind}-----`;

it('keeps no measurements, each of which would make every later scan slower', async () => {
  await scanText('nothing', '/srv/a.js');
  expect(performance.getEntriesByType('mark').filter(({ name }) => name.includes('secretlint'))).toEqual([]);
  expect(performance.getEntriesByType('mark').filter(({ name }) => name.includes('@core'))).toEqual([]);
});

describe('scanText finds', () => {
  it.each([
    ['private-key', pem('RSA PRIVATE KEY')],
    ['private-key', `key = """${pem('PRIVATE KEY')}"""`],
    ['password-hash', 'admin:$apr1$x2Vt3QQ1$FvHw9Qd1J2kO6eUoXyZ1r/'],
    ['password-hash', '# users\nbob:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g='],
    ['credentials-in-url', 'DATABASE_URL=postgres://app:tr0ub4dor@db.internal:5432/app'],
    ['password-literal', 'password = "tr0ub4dor&3"'],
    ['password-literal', "define('DB_PASSWORD', 'tr0ub4dor');"],
    ['password-literal', "$config['db_passwd'] = 'tr0ub4dor';"],
    ['password-literal', '  "secret_key": "k3jh4k5jh2",'],
    ['password-literal', 'DB_PASSWORD=tr0ub4dor'],
    ['password-literal', 'export API_KEY=9f8a7b6c5d'],
    ['password-literal', 'requirepass tr0ub4dor'],
    ['password-literal', 'password = troubadour', '/etc/app.ini'],
    ['password-literal', '  password: troubadour', '/etc/app.yaml'],
    ['password-literal', 'password = "troubadour"', '/srv/app.py'],
    ['password-literal', '#!/bin/sh\nMYSQL_PWD=troubadour\n', '/srv/run'],
    ['aws', `aws_secret_access_key = ${'wJalrXUtnFEMI/K7MDENG/bPxRfiCY'}${'ABCDEFGHIJ'}`],
  ])('%s in %j', async (rule, text, path = '/srv/app/file') => {
    expect((await scanText(text, path)).join(' ')).toContain(rule);
  });
});

describe('scanText passes over', () => {
  it.each([
    ['password = request.form["password"]'],
    ['password = os.environ["DB_PASSWORD"]'],
    ["$password = $_POST['password'];"],
    ['password = getpass.getpass("Password: ")'],
    ['my $password = param("password");'],
    ['if (password == "") { return; }'],
    ['<input type="password" name="password">'],
    ['password: ""'],
    ['DB_PASSWORD=${DB_PASSWORD}'],
    ['DB_PASSWORD={{ vault_password }}'],
    ['DB_PASSWORD=changeme'],
    ['# requirepass foobared'],
    ['; password = secret1'],
    ['ssl_certificate_key /etc/ssl/private/site.key;'],
    ['AuthUserFile /etc/apache2/htpasswd'],
    ['auth_basic_user_file conf/htpasswd;'],
    ['http://localhost:8080/path@2x.png'],
    ['def check_password(self, password): return True'],
    ['The password is stored as a hash.'],
    ['    password: str,', '/srv/a.py'],
    ['connect(user=user,\n  password=password,\n)', '/srv/a.py'],
    ['password = other', '/srv/a.py'],
    ["if (text.startsWith('-----BEGIN RSA PRIVATE KEY-----'))", '/srv/a.js'],
    ['"password": "password",'],
    ['passwd 27/tcp  # a service'],
    [pem('CERTIFICATE')],
    [pem('PUBLIC KEY')],
    ['root:x:0:0:root:/root:/bin/bash'],
    ['password requisite pam_deny.so'],
    ['PasswordAuthentication no'],
  ])('%j', async (text, path = '/srv/app/file') => {
    expect(await scanText(text, path)).toEqual([]);
  });

  it('any name of a file', async () => {
    expect(await scanText('fine', '/srv/new\nline')).toEqual([]);
  });
});
