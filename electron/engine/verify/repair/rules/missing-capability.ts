import type { Workload } from '../../../../../shared/model/plan.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { RepairRule } from '../failure.ts';
import { lineAt, textOf } from '../log/log-text.ts';

/** What a program says when the kernel refuses it, and the capability that allows it; see capabilities(7). */
const refusals: readonly (readonly [capability: string, pattern: RegExp])[] = [
  [
    'NET_BIND_SERVICE',
    /^.*(?:bind|listen).*(?::|port )(?:[1-9]\d{0,2}|10[01]\d|102[0-3])\b(?!\d|\.).*permission denied.*$/im,
  ],
  ['NET_BIND_SERVICE', /^.*listen EACCES.*:(?:[1-9]\d{0,2}|10[01]\d|102[0-3])$/im],
  ['SETGID', /^.*(?:setgroups|initgroups|setresgid|setegid|setgid)\b.*(?:operation not permitted|EPERM).*$/im],
  ['SETUID', /^.*(?:setresuid|seteuid|setuid)\b.*(?:operation not permitted|EPERM).*$/im],
  ['CHOWN', /^.*(?:chown|changing ownership of)\b.*(?:operation not permitted|EPERM).*$/im],
  ['FOWNER', /^.*(?:chmod|changing permissions of)\b.*(?:operation not permitted|EPERM).*$/im],
  ['SYS_CHROOT', /^.*(?:chroot|cannot change root directory)\b.*operation not permitted.*$/im],
  ['NET_RAW', /^.*(?:icmp|raw)[ _](?:open )?socket.*operation not permitted.*$/im],
  ['NET_ADMIN', /^.*(?:RTNETLINK|iptables|TUNSETIFF|SIOC[A-Z]+).*(?:operation not permitted|permission denied).*$/im],
  [
    'SYS_NICE',
    /^.*(?:setpriority|sched_setscheduler|cannot set niceness|mbind).*(?:operation not permitted|permission denied).*$/im,
  ],
  ['IPC_LOCK', /^.*(?:mlockall|mlock)\b.*(?:operation not permitted|cannot allocate memory).*$/im],
  ['SYS_TIME', /^.*(?:settimeofday|clock_settime|adjtimex)\b.*operation not permitted.*$/im],
  ['SYS_RESOURCE', /^.*(?:setrlimit|error setting limit)\b.*operation not permitted.*$/im],
];

/** The kernel refuses what the server's kernel allows. */
export const missingCapability: RepairRule = {
  id: 'missing-capability',
  diagnose(failure, workload) {
    const text = textOf(failure);
    for (const [capability, pattern] of refusals) {
      const match = pattern.exec(text);
      if (match === null || workload.needs.capabilities.includes(capability)) continue;
      return {
        kind: 'diagnosis',
        symptom: lineAt(text, match.index),
        change: sentence`The container gets the capability ${capability}, which allows that.`,
        apply: (one) => withCapability(one, capability),
      };
    }
    return undefined;
  },
};

function withCapability(workload: Workload, capability: string): Workload {
  const capabilities = [...workload.needs.capabilities, capability].sort();
  return { ...workload, needs: { ...workload.needs, capabilities } };
}
