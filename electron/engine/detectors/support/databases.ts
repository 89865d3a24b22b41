import { sentence } from '../../../../shared/text/sentence.ts';
import type { Stateful } from './part.ts';
import { basename } from './paths.ts';

const gain = sentence`One image for every environment, and upgrades that can be tried on a copy of the data.`;
const cost = sentence`Its data must live on a volume with backups of its own; the container cannot be replaced or doubled as freely as a stateless one, and disk speed depends on the Docker host.`;

/** Programs whose purpose is to keep state. */
const databases: { program: RegExp; what: string }[] = [
  { program: /^(mysqld|mariadbd)(_safe|-safe)?$/, what: sentence`a MySQL or MariaDB database` },
  { program: /^(postgres|postmaster)$/, what: sentence`a PostgreSQL database` },
  { program: /^mongod$/, what: sentence`a MongoDB database` },
  { program: /^(redis|valkey|keydb)-server$/, what: sentence`a Redis store` },
  { program: /^(slapd|ns-slapd)$/, what: sentence`an LDAP directory` },
  {
    program: /^(couchdb|influxd|etcd|consul|cassandra|clickhouse(-server)?|oracle|sqlservr|db2sysc)$/,
    what: sentence`a database`,
  },
  { program: /^(rabbitmq-server|beam\.smp|mosquitto)$/, what: sentence`a message broker that keeps its queues` },
  {
    program: /^(exim4?|master|sendmail|dovecot|cyrmaster|opensmtpd|smtpd)$/,
    what: sentence`a mail server with a spool`,
  },
  { program: /^(smbd|nfsd|vsftpd|proftpd|pure-ftpd)$/, what: sentence`a file server` },
];

export function databaseOf(program: string): Stateful | undefined {
  const found = databases.find((database) => database.program.test(basename(program)));
  return found && { what: found.what, gain, cost };
}
