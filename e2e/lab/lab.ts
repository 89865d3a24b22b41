import { tryDocker } from '../../scripts/machine/docker.ts';
import { ensureEngine } from '../../scripts/machine/engine.ts';
import { runMain } from '../../scripts/machine/main.ts';
import { ensureTools } from '../../scripts/machine/tools.ts';
import { askAll } from './ask/ask-all.ts';
import { containerName } from './container.ts';
import { serverNamed, servers } from './servers/index.ts';
import { type RunningServer, reach, startServer, stopServer } from './start-server.ts';
import { openTunnel } from './tunnel.ts';

const usage = `npx tsx e2e/lab/lab.ts COMMAND
  list          the lab's servers and which of them run
  start NAME…   builds and boots servers, and says how to reach them
  ssh NAME…     how to reach servers that run
  ask NAME…     asks servers that run what the lab knows the answers to
  stop [NAME…]  removes servers (all of them)
NAME/INSTANCE is a server of that name apart from the others, such as one that a test has for itself.`;

/** Servers that were started stay; so does, for them, an engine of our own. */
const holder = 'lab';

runMain(async (cleanup) => {
  const [command, ...names] = process.argv.slice(2);
  if (command === undefined || !['list', 'start', 'ssh', 'ask', 'stop'].includes(command)) throw new Error(usage);
  await ensureTools(['ssh']);
  const engine = await ensureEngine(holder);
  const { host } = engine;
  cleanup.add(async () => {
    if ((await running(host)).length === 0) await engine.stop();
  });
  let failures = 0;
  if (command === 'start') await start(names, host);
  if (command === 'ssh') for (const name of names) print(await reach(...identity(name, host)), host);
  if (command === 'ask') for (const name of names) failures += await ask(await reach(...identity(name, host)));
  if (command === 'stop') {
    for (const name of names.length > 0 ? names : allNames()) await stopServer(...identity(name, host));
  }
  if (command === 'list') await list(host);
  return failures === 0 ? 0 : 1;
});

async function start(names: readonly string[], host: string): Promise<void> {
  for (const argument of names) {
    const [name, , instance] = identity(argument, host);
    print(await startServer(name, { host, ...(instance && { instance }) }), host);
  }
}

/** What `NAME` or `NAME/INSTANCE` stands for, as {@link reach} takes it. */
function identity(argument: string, host: string): [name: string, host: string, instance?: string] {
  const [name = '', instance] = argument.split('/');
  return instance === undefined ? [name, host] : [name, host, instance];
}

async function ask(server: RunningServer): Promise<number> {
  const { questions, ports } = serverNamed(server.name);
  const tunnel = await openTunnel(server, ports);
  const answers = await askAll(questions, tunnel.place).finally(() => tunnel.close());
  for (const { question, text, expected } of answers) {
    console.log(`${expected ? 'as expected' : 'UNEXPECTED '} ${server.name}: ${question.name}`);
    if (!expected) console.log(`${text}\n(expected ${question.expect})`);
  }
  return answers.filter((answer) => !answer.expected).length;
}

async function list(host: string): Promise<void> {
  const up = await running(host);
  for (const { name, release, summary } of servers) {
    console.log(`${name.padEnd(12)} ${release.padEnd(9)} ${up.includes(name) ? 'runs' : '-   '} ${summary}`);
  }
}

async function running(host: string): Promise<string[]> {
  const told = await tryDocker(host, ['ps', '--format', '{{.Names}}']);
  const containers = told.stdout.split('\n');
  return allNames().filter((name) => containers.includes(containerName(name)));
}

function allNames(): string[] {
  return servers.map((server) => server.name);
}

function print(server: RunningServer, host: string): void {
  const { name, user, address, port, identityFile, knownHostsFile } = server;
  const target = `ssh://${user}@${address}:${port}${user === 'root' ? '' : ' --sudo'}`;
  console.log(`${name} (accounts: root; engineer: sudo; auditor: sudo with password; guest: none)`);
  console.log(`  ssh -i ${identityFile} -o UserKnownHostsFile=${knownHostsFile} -p ${port} ${user}@${address}`);
  console.log(
    `  npx slipway migrate ${target} --identity ${identityFile} --accept-new-host-key --docker ${host} -o ${name}-bundle`,
  );
}
