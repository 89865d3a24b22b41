import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { shellWord } from '../../../../shared/text/shell-word.ts';
import type { JobContext } from '../../job-context.ts';
import { printable } from '../../text/printable.ts';
import { logConnect } from '../job-step.ts';
import type { SshSettings } from '../ssh-config/settings.ts';
import {
  fingerprint,
  type HostKeyVerdict,
  judgeHostKey,
  keyTypeOf,
  knownHostNames,
  knownKeyTypes,
} from './known-hosts.ts';
import { readKnownHosts, recordKnownHost } from './known-hosts-files.ts';

export interface HostKeyCheck {
  /** Types of the keys that this host is known by: to be asked for first. */
  readonly knownTypes: string[];
  /** Resolves where the key may be trusted; rejects with `server.host-key-unknown` or `server.host-key-changed`. */
  verify(key: Buffer): Promise<void>;
}

export interface HostKeyPolicy {
  /** Record an unknown key without asking. */
  acceptNew: boolean;
  ask: JobContext['ask'];
  job: JobContext;
}

/** Reads the known_hosts files that count for a host. */
export async function createHostKeyCheck(settings: SshSettings, policy: HostKeyPolicy): Promise<HostKeyCheck> {
  const records = await readKnownHosts([...settings.userKnownHostsFiles, ...settings.globalKnownHostsFiles]);
  const { host, port, hostKeyAlias } = settings;
  const names = hostKeyAlias === undefined ? knownHostNames(host, port) : knownHostNames(hostKeyAlias, 22);
  const [name = host] = names;
  return {
    knownTypes: knownKeyTypes(records, names),
    async verify(key) {
      const verdict = judgeHostKey(records, names, key);
      if (verdict.kind === 'known') return;
      if (verdict.kind !== 'unknown') throw refusal(verdict, key, name);
      if (!policy.acceptNew) await confirm(key, name, policy.ask);
      await recordKnownHost(settings, name, key);
      logConnect(
        policy.job,
        sentence`The host key of ${printable(name)} is now known: ${keyTypeOf(key)} ${fingerprint(key)}`,
      );
    },
  };
}

async function confirm(key: Buffer, name: string, ask: JobContext['ask']): Promise<void> {
  const algorithm = keyTypeOf(key);
  const question = { kind: 'host-key', host: name, algorithm, fingerprint: fingerprint(key) } as const;
  if ((await ask(question)) === 'yes') return;
  throw new SlipwayError(
    'server.host-key-unknown',
    sentence`The host key of ${printable(name)} is not known: ${printable(algorithm)} ${question.fingerprint}.`,
    {
      hint: sentence`Compare the fingerprint with the server’s own, then connect again and accept it (--accept-new-host-key).`,
    },
  );
}

function refusal(
  verdict: Exclude<HostKeyVerdict, { kind: 'known' | 'unknown' }>,
  key: Buffer,
  name: string,
): SlipwayError {
  const place = `${verdict.by.file}:${verdict.by.line}`;
  const host = printable(name);
  const shown = `${printable(keyTypeOf(key))} ${fingerprint(key)}`;
  if (verdict.kind === 'cert-authority') {
    return new SlipwayError(
      'server.unsupported',
      sentence`${host} is trusted through a certificate authority (${place}), and host certificates cannot be checked yet.`,
      { hint: sentence`Check that ${shown} is the server's own key and add it to known_hosts beside that line.` },
    );
  }
  const message =
    verdict.kind === 'revoked'
      ? sentence`The host key of ${host} is marked as revoked: it shows ${shown}.`
      : sentence`The host key of ${host} is not the one that is known: it shows ${shown}.`;
  return new SlipwayError('server.host-key-changed', message, {
    hint:
      verdict.kind === 'revoked'
        ? sentence`See ${place}. Do not connect; ask whoever runs the server.`
        : sentence`See ${place}. Only if the server was really given a new key: ssh-keygen -R ${shellWord(host)} -f ${shellWord(verdict.by.file)}`,
  });
}
