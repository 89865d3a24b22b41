import { sentence } from '../../../../shared/text/sentence.ts';
import { isLoopback } from '../../detectors/support/peer-url.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { isWaiting } from '../group/waiting-services.ts';
import { whySecretVariable } from '../secrets/find-secrets.ts';
import { privilegedOf } from './prepare.ts';

/** What a person should know of any service: what it would miss, and what could not be seen. */
export function notesOf(server: Server, tree: ProcessTree): string[] {
  return [
    ...syslog(server, tree),
    ...hosts(server),
    ...hidden(tree),
    ...waits(tree),
    ...argumentSecrets(tree),
    ...left(tree),
  ];
}

function syslog(server: Server, tree: ProcessTree): string[] {
  const pids = new Set(tree.members.map((member) => member.pid));
  const logs = server.facts.connections.some(
    ({ path, pids: ends }) => /\/(dev-)?log$/.test(path) && ends.some((pid) => pids.has(pid)),
  );
  return logs
    ? [
        sentence`It writes to syslog (/dev/log), which a container has not; those messages are lost unless it is mounted.`,
      ]
    : [];
}

function hosts(server: Server): string[] {
  const own = new Set([server.facts.os.hostname, 'localhost', 'localhost.localdomain']);
  return server.facts.surroundings.hosts
    .filter(
      ({ address, names }) =>
        !isLoopback(address) &&
        !/^(127\.|ff|fe00)/.test(address) &&
        !names.some((name) => own.has(name) || name.startsWith('ip6-')),
    )
    .map(
      ({ address, names }) =>
        sentence`The server's hosts file says ${names.join(' ')} is ${address}; give the container the same (extra_hosts) if it uses the name.`,
    );
}

function hidden(tree: ProcessTree): string[] {
  return tree.root.exe === undefined
    ? [sentence`Its executable, files and environment could not be read: scan again with root or sudo.`]
    : [];
}

function waits(tree: ProcessTree): string[] {
  return isWaiting(tree.root)
    ? [
        sentence`It did not run during the scan (systemd starts it at the first call): its memory and what it loads are unknown.`,
      ]
    : [];
}

function argumentSecrets(tree: ProcessTree): string[] {
  const secret = tree.root.argv.some((argument) => {
    const match = /^--?([\w-]+)=(.+)$/.exec(argument);
    return match?.[1] !== undefined && whySecretVariable(match[1].replaceAll('-', '_'), match[2] ?? '') !== undefined;
  });
  return secret ? [sentence`Its command line holds a password or token; the plan has a variable in its place.`] : [];
}

function left(tree: ProcessTree): string[] {
  return privilegedOf(tree).map(
    (argv) =>
      sentence`Root runs ${argv.join(' ')} before the service starts; the image has what it made on the server instead.`,
  );
}
