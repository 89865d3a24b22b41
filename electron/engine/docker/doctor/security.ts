import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { HostData } from './gather.ts';

/** What confines containers on this host: seccomp, AppArmor or SELinux, user namespaces, a rootless engine. */
export function security({ info }: HostData): DoctorCheck {
  const names = info.SecurityOptions.map((option) => /(?:^|,)name=([^,]+)/.exec(option)?.[1] ?? option);
  const confined = names.includes('apparmor') || names.includes('selinux');
  const filtered = names.includes('seccomp');
  return {
    id: 'security',
    title: sentence`Confinement`,
    level: filtered ? (confined ? 'ok' : 'note') : 'warning',
    found: names.length === 0 ? sentence`none` : names.join(', '),
    advice: !filtered
      ? sentence`System calls are not filtered: use a kernel and an engine with seccomp.`
      : confined
        ? ''
        : sentence`Neither AppArmor nor SELinux is on: a second wall round containers is missing.`,
  };
}
