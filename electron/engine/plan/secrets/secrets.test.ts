import { expect, test } from 'vitest';
import { parseEnvironmentFile } from './environment-file.ts';
import { secretsIn, whySecretContent, whySecretPath, whySecretVariable } from './find-secrets.ts';

test.each([
  ['DB_PASSWORD', 'x'],
  ['API_KEY', 'x'],
  ['GITHUB_TOKEN', 'x'],
  ['DATABASE_URL', 'postgres://localhost/x'],
  ['MAIL_DSN', 'smtp://user:pass@mail.example'],
  ['SSL_KEY_DATA', '-----BEGIN RSA PRIVATE KEY-----'],
])('%s=%s is a secret', (name, value) => {
  expect(whySecretVariable(name, value)).toBeDefined();
});

test.each([
  ['PWD', '/srv'],
  ['DB_PASSWORD', ''],
  ['DB_PASSWORD_FILE', '/run/secrets/db'],
  ['SITE_URL', 'https://example.org/a:b@c'],
  ['KEYBOARD', 'de'],
  ['PATH', '/usr/bin'],
])('%s=%s is none', (name, value) => {
  expect(whySecretVariable(name, value)).toBeUndefined();
});

test.each([
  '/etc/apache2/.htpasswd',
  '/etc/portal/htpasswd',
  '/etc/ssl/private/x.pem',
  '/srv/a/server.key',
  '/root/.ssh/id_rsa',
  '/etc/shadow',
  '/srv/a/privkey.pem',
])('the path %s is a secret', (path) => {
  expect(whySecretPath(path)).toBeDefined();
});

test.each([
  '/etc/ssl/certs/ca.pem',
  '/srv/a/keyboard.txt',
  '/etc/passwd',
  '/etc/apache2/apache2.conf',
  '/srv/a/monkey.js',
])('the path %s is none', (path) => {
  expect(whySecretPath(path)).toBeUndefined();
});

test.each([
  'directory_token = pt_4c1f9b70e2d8',
  "    'password' => 'Gr8-Anchor!Chain-2291',",
  "$db_password='hunter22';",
  'requirepass Bollard-77-mooring_line',
  'admin:\n  password: rope-Walk-91',
  '{"db": {"password": "hunter22"}}',
  '<Resource username="a" password="hunter22"/>',
  'spring.datasource.password=hunter22',
  'url = mysql://app:hunter22@db.example/shop',
  "define('DB_PASSWORD', 'hunter22');",
  'AuthLDAPBindPassword hunter22',
])('the text %j holds a secret', (text) => {
  expect(whySecretContent(text)).toBeDefined();
});

test.each([
  '# requirepass foobared',
  '; mysqli.default_pw = secret',
  'password = ${DB_PASSWORD}',
  'password: "{{ vault_password }}"',
  'password = os.environ["DB_PASSWORD"]',
  "$password = getenv('DB_PASSWORD');",
  'password_file = /run/secrets/db',
  'mysqli.default_pw =',
  'PasswordAuthentication yes',
  'AuthUserFile /etc/portal/htpasswd',
])('the text %j holds none', (text) => {
  expect(whySecretContent(text)).toBeUndefined();
});

test.each([
  ['userlist ops\n  user admin password $6$h4rb0ur$Qw8zLr1', '$6$h4rb0ur$Qw8zLr1'],
  ['userlist ops\n  user admin insecure-password rope-walk-91 groups ops', 'rope-walk-91'],
  ['listen stats\n  stats auth keeper:rope-walk-91', 'keeper:rope-walk-91'],
])('%j of HAProxy holds %s', (text, secret) => {
  expect(whySecretContent(text)).toBeDefined();
  expect(secretsIn(text)).toEqual([secret]);
});

test.each([
  'user haproxy',
  'group haproxy',
  'stats enable',
  'stats uri /status',
  'http-request auth unless { src 10.0.0.1 }',
])('%j of HAProxy holds none', (text) => {
  expect(whySecretContent(text)).toBeUndefined();
});

test('an EnvironmentFile as systemd reads it', () => {
  const text = '# c\n; c\nA=1\nB="two \\"words\\""\nC=\'x y\'\nexport D=4\nE=a\\\nb\nnot a line\n';
  expect(parseEnvironmentFile(text).map(({ name, value }) => `${name}=${value}`)).toEqual([
    'A=1',
    'B=two "words"',
    'C=x y',
    'D=4',
    'E=ab',
  ]);
});
