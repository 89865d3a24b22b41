import { sentence } from '../../../../shared/text/sentence.ts';

/** What counts as a secret, as data. A false alarm costs a mount; a miss costs a secret in an image. */

interface Rule {
  pattern: RegExp;
  reason: string;
}

/** Files that are secrets by where they are or what they are called. */
export const secretPaths: Rule[] = [
  {
    pattern: /(^|\/)\.?ht(passwd|digest|group)([._-][^/]*)?$|\.(htpasswd|htdigest)$/,
    reason: sentence`password file of a web server`,
  },
  { pattern: /\.(key|pfx|p12|jks|keystore|ppk|kdbx)$/, reason: sentence`private key or key store` },
  { pattern: /(^|\/)(privkey|server-key|client-key|tls-key)[^/]*\.pem$|[-_.]key\.pem$/, reason: sentence`private key` },
  { pattern: /^\/etc\/(ssl|pki\/tls)\/private\//, reason: sentence`private key` },
  { pattern: /(^|\/)id_(rsa|dsa|ecdsa|ed25519)$|(^|\/)ssh_host_[a-z0-9]+_key$/, reason: sentence`SSH private key` },
  {
    pattern: /^\/etc\/(shadow|gshadow|sudoers|krb5\.keytab)-?$|\.keytab$/,
    reason: sentence`credentials of the system`,
  },
  {
    pattern: /(^|\/)\.(netrc|pgpass|my\.cnf|git-credentials|npmrc|pypirc|dockercfg|s3cfg|boto)$/,
    reason: sentence`stored credentials`,
  },
  {
    pattern:
      /^(?!\/etc\/passwd$).*\/(credentials|secrets?|passwords?|passwd)(\.(ya?ml|json|ini|conf|txt|properties|toml|env))?$/,
    reason: sentence`its name says it holds credentials`,
  },
];

/** Variables that are secret by name. */
export const secretVariables =
  /(^|_)(PASSWORD|PASSWD|PASS|PASSPHRASE|PWD|SECRET|SECRETS|TOKEN|APIKEY|CREDENTIALS?|PRIVATE|SALT|AUTH)(_|$)|_KEY$|^KEY$|_KEY_(BASE|ID)$|^(PGPASSWORD|MYSQL_PWD|DATABASE_URL|REDISCLI_AUTH)$|PASSWORD|SECRET|_TOKEN/i;

/** Variables whose names look secret and are not. */
export const plainVariables =
  /^(PWD|OLDPWD|SSH_AUTH_SOCK|.*_(PUBLIC_KEY|KEY_FILE|KEY_PATH|PASSWORD_FILE|SECRET_FILE|TOKEN_FILE|TOKEN_TTL|TOKEN_URL|AUTH_URL|AUTH_TYPE|AUTH_METHOD))$/i;

/** Values that are secret whatever they are called: URLs with a password, keys in PEM. */
export const secretValues: Rule[] = [
  { pattern: /[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:[^\s/@'"]+@/i, reason: sentence`address with a password in it` },
  { pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, reason: sentence`private key` },
  {
    pattern:
      /\b(AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bsk_live_[A-Za-z0-9]{16,}/,
    reason: sentence`access key of a service`,
  },
  { pattern: /(?:^|;\s*)(password|pwd)\s*=\s*[^;\s]+/i, reason: sentence`connection string with a password` },
];

const word =
  '(?:[A-Za-z0-9_.$-]*[_.$-])?(?:password|passwd|passphrase|passwort|pwd|secret|secret_?key|token|api_?key|apikey|access_?key|private_?key|auth_?key|requirepass|masterauth|db_?pass|bindpw|rootpw)';

/** A line that sets a secret to a literal; the group is the value. */
export const secretAssignments: RegExp[] = [
  // name = value, name: value, 'name' => 'value', $name = "value";
  new RegExp(
    `^\\s*(?:export\\s+|my\\s+|our\\s+|var\\s+|let\\s+|const\\s+|static\\s+|private\\s+|define\\(\\s*)?['"$@%<]*${word}['"]?\\s*(?:=>|:=|=|:|,)\\s*['"]?([^\\s'",;)#]{4,})`,
    'gim',
  ),
  // requirepass value, php_value[x] and other directives without a sign
  /^\s*(?:requirepass|masterauth|password|AuthLDAPBindPassword|SSLPassPhrase|proxy_set_header\s+Authorization|rootpw|bindpw|identified by)\s+["']?([^\s"';#]{4,})/gim,
  // HAProxy's `user NAME password HASH` and `stats auth NAME:VALUE`
  /^\s*(?:user\s+\S+\s+(?:insecure-)?password|stats\s+auth)\s+["']?([^\s"']{4,})/gim,
  // "password": "value" and password="value" within a line, as in JSON and XML
  new RegExp(`["'\\s<]${word}["']?\\s*[:=]\\s*["']([^"'\\s]{4,})["']`, 'gi'),
];

/** Values that stand for a secret without being one. */
export const placeholderValues =
  /^(none|null|nil|undef|true|false|yes|no|on|off|optional|required|changeme_?|x{3,}|\*{3,}|<[^>]*>|\$\{?[A-Za-z_].*|%[\w(].*|\{\{.*|@[\w.]+@|env[.([].*|ENV\[.*|getenv.*|os\.(environ|getenv).*|process\.env.*|config[.(].*|self\..*|this\..*|request\..*|params.*|args\..*|options\..*|input\(.*|str|string|int|Optional.*|function.*|\w+\(.*|\/.*)$/i;
