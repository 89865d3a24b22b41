import { sentence } from '../../../../shared/text/sentence.ts';
import { basename, dirname } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';

/** How a database's directory, which starts as an empty volume, becomes one that it can start with. */
export interface EmptyStore {
  directory: string;
  /** Does nothing where the volume holds a database. */
  prepare: string[];
  packages: { name: string; reason: string }[];
  note: string;
}

/** What the package's own installation did once: an empty database. Tables and users come with the data, not with this. */
export function emptyStoreOf(server: Server, tree: ProcessTree): EmptyStore | undefined {
  const program = tree.root.exe ?? '';
  if (/^(mysqld|mariadbd)$/.test(basename(program))) return mysqlStore(server, tree);
  if (/^(postgres|postmaster)$/.test(basename(program))) return postgresStore(server, tree, program);
  return undefined;
}

function mysqlStore(server: Server, tree: ProcessTree): EmptyStore | undefined {
  const told = tree.root.argv.flatMap((argument) => /^--datadir=(\/.+)$/.exec(argument)?.[1] ?? [])[0];
  const directory = told ?? '/var/lib/mysql';
  const installer = ['/usr/bin/mariadb-install-db', '/usr/bin/mysql_install_db'].find((path) => server.lookAt(path));
  const options = ['--datadir="$1"', '--skip-test-db', '--auth-root-authentication-method=socket'];
  const make = installer === undefined ? '"$2" --initialize --datadir="$1"' : `"$2" ${options.join(' ')}`;
  const script = `[ -d "$1/mysql" ] || ${make} >&2`;
  const used = installer ?? tree.root.exe ?? '';
  return store(server, directory, ['/bin/sh', '-c', script, 'sh', directory, used], used);
}

function postgresStore(server: Server, tree: ProcessTree, program: string): EmptyStore | undefined {
  const { argv } = tree.root;
  const directory = argv[argv.indexOf('-D') + 1];
  if (!argv.includes('-D') || !directory?.startsWith('/')) return undefined;
  const initdb = `${dirname(program)}/initdb`;
  const script = '[ -s "$1/PG_VERSION" ] || "$2" --pgdata="$1" --auth-local=peer --auth-host=scram-sha-256 >&2';
  return store(server, directory, ['/bin/sh', '-c', script, 'sh', directory, initdb], initdb);
}

function store(server: Server, directory: string, prepare: string[], installer: string): EmptyStore {
  const owner = server.ownerOf(installer);
  return {
    directory,
    prepare,
    packages: owner
      ? [{ name: owner.name, reason: sentence`owns ${installer}, which prepares an empty database` }]
      : [],
    note: sentence`${directory} starts as an empty database, made at the first start: the tables, users and passwords of the server are not in it until its data is copied.`,
  };
}
