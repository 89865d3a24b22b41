import { basename, dirname, resolvePath } from '../support/paths.ts';
import { argumentsOf, type ProcessTree } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';

export interface ApacheStart {
  program: string;
  main: string;
  serverRoot: string;
  variables: Map<string, string>;
  defines: string[];
  /** Options to keep in the foreground command. */
  options: string[];
}

/** Compiled-in `SERVER_CONFIG_FILE` and `HTTPD_ROOT` of the distributions, by executable. */
const layouts: { program: RegExp; main: string; root: string }[] = [
  { program: /^\/usr\/sbin\/apache2$/, main: '/etc/apache2/apache2.conf', root: '/etc/apache2' },
  { program: /^\/usr\/sbin\/httpd(-prefork|2-prefork)?$/, main: '/etc/httpd/conf/httpd.conf', root: '/etc/httpd' },
  { program: /^\/usr\/sbin\/httpd(-prefork|2-prefork)?$/, main: '/etc/apache2/httpd.conf', root: '/var/www' },
];

/** How this Apache was started: its main file, variables and options. */
export function locateApache(server: Server, tree: ProcessTree): ApacheStart {
  const [called] = tree.root.argv;
  const program = tree.root.exe ?? (called?.startsWith('/') ? called : '/usr/sbin/apache2');
  const argv = argumentsOf(tree);
  const own = basename(argv[0] ?? '') === basename(program) ? argv : tree.root.argv;
  const { options, defines, file, root } = readOptions(own);
  const known = layouts.filter((layout) => layout.program.test(program));
  const layout = known.find(({ main }) => server.facts.configFiles.some((config) => config.path === main)) ?? known[0];
  const prefix = dirname(dirname(program));
  const serverRoot = root ?? layout?.root ?? prefix;
  const main = file === undefined ? (root === undefined ? layout?.main : undefined) : resolvePath(serverRoot, file);
  return {
    program,
    main: main ?? `${serverRoot}/conf/httpd.conf`,
    serverRoot,
    variables: variablesOf(server, tree, program),
    defines,
    options,
  };
}

function readOptions(argv: string[]) {
  const found = {
    options: [] as string[],
    defines: [] as string[],
    file: undefined as string | undefined,
    root: undefined as string | undefined,
  };
  for (let index = 1; index < argv.length; index += 1) {
    const option = argv[index] ?? '';
    const value = argv[index + 1] ?? '';
    if (!/^-[kfdDcCeE]$/.test(option)) continue;
    index += 1;
    if (option === '-k' || (option === '-D' && value === 'FOREGROUND')) continue;
    found.options.push(option, value);
    if (option === '-D') found.defines.push(value);
    if (option === '-f') found.file = value;
    if (option === '-d') found.root = value;
  }
  return found;
}

/** `${NAME}` in the configuration: from the process, and where that may not be read, from Debian's envvars file. */
function variablesOf(server: Server, tree: ProcessTree, program: string): Map<string, string> {
  const variables = new Map(tree.root.environment.map(({ name, value }) => [name, value]));
  const file = program.endsWith('/apache2') ? server.read('/etc/apache2/envvars') : undefined;
  for (const [name, value] of parseEnvvars(file?.content ?? '')) {
    if (!variables.has(name)) variables.set(name, value);
  }
  return variables;
}

/** `export NAME=value` lines of an envvars file, for an instance without a suffix. */
export function parseEnvvars(text: string): Map<string, string> {
  const found = new Map<string, string>([['SUFFIX', '']]);
  for (const line of text.split('\n')) {
    const match = /^(?:export\s+)?([A-Z_][A-Z0-9_]*)=(["']?)([^"'`]*)\2\s*$/.exec(line.trim());
    if (!match?.[1]) continue;
    const value = (match[3] ?? '').replace(/\$\{?(\w+)\}?/g, (_whole, name: string) => found.get(name) ?? '');
    found.set(match[1], value);
  }
  found.delete('SUFFIX');
  return found;
}
