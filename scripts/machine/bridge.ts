import { existsSync } from 'node:fs';
import { mustRunAsRoot, runAsRoot } from './root.ts';

const bridge = 'slipway0';
const range = '10.213.0.0/24';

/**
 * Docker's usual bridge and firewall chains belong to whichever engine was there first: a second one would give two
 * containers the same address and empty the first one's chains as it starts. So ours gets a bridge of its own, leaves
 * Docker's chains alone, and {@link rules} stand in for them. (No `--default-address-pool` here: with it, dockerd
 * removes `docker0` at its second start, whoever uses that.)
 */
export const networkOptions = ['--bridge', bridge, '--iptables=false', '--ip6tables=false', '--ip-masq=false'];

const outward: readonly (readonly string[])[] = [
  ['filter', 'FORWARD', '--source', range, '--jump', 'ACCEPT'],
  [
    'filter',
    'FORWARD',
    '--destination',
    range,
    '--match',
    'conntrack',
    '--ctstate',
    'RELATED,ESTABLISHED',
    '--jump',
    'ACCEPT',
  ],
  ['nat', 'POSTROUTING', '--source', range, '!', '--destination', range, '--jump', 'MASQUERADE'],
];
/** Between containers of one network, where the kernel filters that too and another engine's policy is to drop. */
const inward = ['filter', 'FORWARD', '--match', 'physdev', '--physdev-is-bridged', '--jump', 'ACCEPT'];

function rules(): readonly (readonly string[])[] {
  return existsSync('/proc/sys/net/bridge/bridge-nf-call-iptables') ? [...outward, inward] : outward;
}

/** Makes the bridge and its rules; what is there already stays. */
export async function makeBridge(): Promise<void> {
  const present = await runAsRoot(['ip', 'link', 'show', 'dev', bridge]);
  if (present.code !== 0) await mustRunAsRoot(['ip', 'link', 'add', 'name', bridge, 'type', 'bridge']);
  await mustRunAsRoot(['ip', 'address', 'replace', '10.213.0.1/24', 'dev', bridge]);
  await mustRunAsRoot(['ip', 'link', 'set', bridge, 'up']);
  for (const rule of rules()) {
    const inForce = await runAsRoot(iptables('--check', rule));
    if (inForce.code !== 0) await mustRunAsRoot(iptables('--insert', rule));
  }
}

/** Removes the bridge and its rules. */
export async function removeBridge(): Promise<void> {
  for (const rule of rules()) await runAsRoot(iptables('--delete', rule));
  await runAsRoot(['ip', 'link', 'delete', bridge]);
}

function iptables(action: string, [table = '', chain = '', ...match]: readonly string[]) {
  return ['iptables', '--wait', '--table', table, action, chain, ...match] as const;
}
