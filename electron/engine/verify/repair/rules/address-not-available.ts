import { sentence } from '../../../../../shared/text/sentence.ts';
import type { RepairRule } from '../failure.ts';
import { lineAt, textOf } from '../log/log-text.ts';

const complaint = /^.*(?:cannot assign requested address|address not available|EADDRNOTAVAIL).*$/gim;
/** An address of IPv6 in the line: `[::1]:80`, `::1:6379`, `:::80`. */
const sixth = /\[[0-9a-f:]+\]|(?<![\w.])(?:[0-9a-f]{0,4}:){2,}[0-9a-f]*/i;
const sysctl = 'net.ipv6.conf.all.disable_ipv6';

/**
 * The service binds an IPv6 address and the container has none: Docker turns IPv6 off in networks without it, and a
 * sysctl gives the container its loopback back. An address of the server's own cannot be given to a container; that is
 * for the configuration to change.
 */
export const addressNotAvailable: RepairRule = {
  id: 'address-not-available',
  diagnose(failure, workload) {
    const text = textOf(failure);
    const match = [...text.matchAll(complaint)].find(([line]) => sixth.test(line));
    if (match === undefined || workload.needs.sysctls[sysctl] === '0') return undefined;
    return {
      kind: 'diagnosis',
      symptom: lineAt(text, match.index),
      change: sentence`The container gets IPv6 (${sysctl}=0), because the service listens on an address of it.`,
      apply: (one) => ({ ...one, needs: { ...one.needs, sysctls: { ...one.needs.sysctls, [sysctl]: '0' } } }),
    };
  },
};
