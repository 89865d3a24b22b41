import { sentence } from '../../../../shared/text/sentence.ts';

/** What has to be known of a daemon besides what its server shows. */
export interface KnownDaemon {
  /** Matches the base name of the executable, or its unit's name where an interpreter runs it. */
  program: RegExp;
  stack: string;
  title: string;
  /** Directories of configuration that it reads though no argument says so and several packages share them. */
  config: readonly string[];
  /** State that it keeps there, unless its arguments say another place. */
  data: readonly string[];
  /** Users that its processes become when they are needed. */
  users: readonly string[];
  /** A question that changes nothing, in hexadecimal, for one that does not speak first. */
  say?: { hex: string; what: string };
  /** Ports on which it speaks something else, where they are not moved: perhaps HTTP. */
  otherPorts?: readonly number[];
  /** Set where what it says proves that it is there, but not that it answers as before: that hangs on its data. */
  answersFromData?: true;
}

const ascii = (text: string) => Buffer.from(text, 'latin1').toString('hex');

/** `version.bind TXT CH` over TCP (RFC 1035 4.2.2, RFC 4892): asked of the server itself, never of others. */
const dnsVersion = `001e5157010000010000000000000776657273696f6e0462696e640000100003`;

const nothing = { config: [], data: [], users: [] } as const;

export const knownDaemons: readonly KnownDaemon[] = [
  {
    ...nothing,
    program: /^(mysqld|mariadbd)$/,
    stack: 'mysql',
    title: sentence`MySQL or MariaDB`,
    config: ['/etc/mysql', '/etc/my.cnf', '/etc/my.cnf.d'],
    data: ['/var/lib/mysql'],
    answersFromData: true,
  },
  {
    ...nothing,
    program: /^(postgres|postmaster)$/,
    stack: 'postgresql',
    title: 'PostgreSQL',
    // SSLRequest: one byte says whether TLS is offered.
    say: { hex: '0000000804d2162f', what: sentence`whether it offers TLS (SSLRequest)` },
    answersFromData: true,
  },
  {
    ...nothing,
    program: /^memcached$/,
    stack: 'memcached',
    title: 'memcached',
    say: { hex: ascii('version\r\n'), what: 'version' },
  },
  {
    ...nothing,
    program: /^beanstalkd$/,
    stack: 'beanstalkd',
    title: 'beanstalkd',
    say: { hex: ascii('list-tubes\r\n'), what: 'list-tubes' },
  },
  {
    ...nothing,
    program: /^mosquitto$/,
    stack: 'mqtt',
    title: 'Mosquitto',
    data: ['/var/lib/mosquitto'],
    // CONNECT of MQTT 3.1.1 without a user: it is let in, or told why not.
    say: { hex: ascii('\x10\x13\0\x04MQTT\x04\x02\0\x05\0\x07slipway'), what: sentence`CONNECT without a user` },
  },
  {
    ...nothing,
    program: /^(named|dnsmasq|unbound|nsd|knotd|pdns_server|pdns_recursor)$/,
    stack: 'dns',
    title: sentence`Name server`,
    say: { hex: dnsVersion, what: 'version.bind' },
    // The control channels of BIND and Unbound, and the statistics.
    otherPorts: [953, 8053, 8953],
  },
  {
    ...nothing,
    program: /^master$/,
    stack: 'postfix',
    title: 'Postfix',
    config: ['/etc/postfix', '/etc/aliases', '/etc/aliases.db', '/etc/mailname'],
    data: ['/var/spool/postfix', '/var/lib/postfix'],
    users: ['postfix', 'root', 'nobody'],
  },
  {
    ...nothing,
    program: /^exim4?$/,
    stack: 'exim',
    title: 'Exim',
    config: ['/etc/exim4', '/etc/aliases', '/etc/mailname', '/etc/email-addresses'],
    data: ['/var/spool/exim4'],
    users: ['Debian-exim', 'mail', 'root'],
  },
  {
    ...nothing,
    program: /^dovecot$/,
    stack: 'dovecot',
    title: 'Dovecot',
    config: ['/etc/dovecot'],
    users: ['dovecot', 'dovenull'],
  },
  {
    ...nothing,
    program: /^rsyslogd$/,
    stack: 'syslog',
    title: 'rsyslog',
    config: ['/etc/rsyslog.conf', '/etc/rsyslog.d'],
  },
  {
    ...nothing,
    program: /^slapd$/,
    stack: 'ldap',
    title: 'OpenLDAP',
    config: ['/etc/ldap', '/etc/openldap'],
    data: ['/var/lib/ldap'],
    // An anonymous BindRequest of LDAP 3 (RFC 4511 4.2).
    say: { hex: '300c020101600702010304008000', what: sentence`an anonymous bind` },
    answersFromData: true,
  },
  {
    ...nothing,
    program: /^rabbitmq-server$/,
    stack: 'rabbitmq',
    title: 'RabbitMQ',
    data: ['/var/lib/rabbitmq'],
    // It answers with connection.start, its properties and mechanisms (AMQP 0-9-1, 2.2.4).
    say: { hex: ascii('AMQP\0\0\x09\x01'), what: sentence`the header of AMQP 0-9-1` },
    // Management, metrics, and the nodes among themselves.
    otherPorts: [15672, 15692, 25672],
  },
  {
    ...nothing,
    program: /^(vsftpd|proftpd|pure-ftpd)$/,
    stack: 'ftp',
    title: sentence`FTP server`,
    users: ['ftp', 'nobody'],
    // Its files and the passwords of its accounts stay on the server.
    answersFromData: true,
  },
];
