import { sentence } from '../../../../shared/text/sentence.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft } from './draft.ts';

/** Directories of /etc that belong to the machine: what a package puts there configures something else than itself. */
const shared =
  /^\/etc\/(init\.d|rc\w*\.d|default|sysconfig|cron[.\w]*|logrotate\.d|systemd|pam\.d|ssl|pki|apparmor(\.d)?|profile\.d|ld\.so\.conf\.d|modprobe\.d|modules-load\.d|sysctl\.d|udev|dbus-1|X11|xdg|alternatives|init|bash_completion\.d|skel|security|terminfo|network|logcheck|ufw|sudoers\.d|tmpfiles\.d|insserv[.\w]*|kernel|rsyslog\.d|python[\d.]*|perl|emacs|polkit-1|resolvconf|ppp|dhcp|NetworkManager|insserv)(\/|$)/;

/**
 * The configuration of the packages that own what runs, and what the administrator added to its directories: a daemon
 * of the distribution reads it without being told by an argument. Packages that were built together configure each other.
 */
export function fromPackageConfiguration(server: Server, tree: ProcessTree): Draft {
  const owners = [...new Set(tree.members.flatMap(({ exe }) => exe ?? []))].flatMap((exe) => server.ownerOf(exe) ?? []);
  const sources = new Set(owners.map((owner) => owner.source));
  const draft = emptyDraft();
  for (const { path, source } of server.facts.configFiles) {
    const [, kind, name = ''] = /^(package|tree):(.+)$/.exec(source) ?? [];
    const owner = server.package(name);
    if (kind === undefined || owner === undefined || !sources.has(owner.source) || shared.test(path)) continue;
    const reason =
      kind === 'tree' ? sentence`added to the configuration of ${name}` : sentence`configuration of ${name}`;
    draft.config.push({ path, scope: 'file', reason });
  }
  return draft;
}
