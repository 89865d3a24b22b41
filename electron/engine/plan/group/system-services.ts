import type { Listener } from '../../../../shared/model/facts.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { basename } from '../../detectors/support/paths.ts';
import { isLoopback } from '../../detectors/support/peer-url.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';

interface SystemRule {
  /** What it is, for the plan's list of what was left out. */
  what: string;
  units: RegExp;
  /** Names of executables, for servers without systemd. */
  programs: RegExp;
  /** Not where it listens for other machines: then it is a service to them. */
  unlessServing?: true;
}

/** The system's own services: an image needs none of them, or the Docker host has them. First match wins. */
const rules: SystemRule[] = [
  { what: 'init', units: /^init\.scope$/, programs: /^(systemd|init|upstart|openrc-init|runit|busybox-init)$/ },
  {
    what: sentence`part of systemd`,
    units: /^(systemd-|user@|user-runtime-dir@|session-|initrd-)/,
    programs: /^(systemd-.*|udevd|elogind.*)$/,
  },
  {
    what: sentence`message bus and policy`,
    units: /^(dbus|polkit|dbus-broker)/,
    programs: /^(dbus-(daemon|broker.*|launch)|polkitd)$/,
  },
  {
    what: sentence`remote login`,
    units: /^(ssh|sshd|dropbear|telnet)(@.*|\..*)?/,
    programs: /^(sshd(-session|-auth)?|dropbear|in\.telnetd)$/,
  },
  {
    what: sentence`login on a console`,
    units: /^(getty|serial-getty|console-getty|container-getty|autovt)[@.]/,
    programs: /^([am]?getty|login|lightdm|gdm3?|sddm)$/,
  },
  {
    what: sentence`scheduler; its jobs are listed one by one`,
    units: /^(cron|crond|anacron|atd)\.service$/,
    programs: /^(cron|crond|anacron|atd)$/,
  },
  {
    what: sentence`system log`,
    units: /^(rsyslog|syslog|syslog-ng|auditd|klogd)/,
    programs: /^(r?syslogd|syslog-ng|auditd|klogd|journald)$/,
    unlessServing: true,
  },
  {
    what: sentence`time`,
    units: /^(chrony|chronyd|ntp|ntpd|ntpsec|openntpd|ptp4l)/,
    programs: /^(chronyd|ntpd|ptp4l|timesyncd)$/,
  },
  {
    what: sentence`network set-up`,
    units:
      /^(networking|NetworkManager|wpa_supplicant|ifup@|dhcpcd|dhclient|connman|ModemManager|network-dispatcher|networkd-dispatcher|avahi-daemon|firewalld|nftables|ufw|fail2ban)/,
    programs:
      /^(NetworkManager|wpa_supplicant|dhclient|dhcpcd|udhcpc|connmand|ModemManager|networkd-dispatch.*|avahi-daemon|firewalld|fail2ban-server)$/,
  },
  {
    what: sentence`hardware`,
    units:
      /^(acpid|irqbalance|smartd|smartmontools|mdmonitor|lvm2-|multipathd|iscsid|thermald|udisks2|upower|bolt|fwupd|bluetooth|cups|rngd|haveged|gpm|rasdaemon|tuned)/,
    programs:
      /^(acpid|irqbalance|smartd|mdadm|lvmetad|lvmpolld|dmeventd|multipathd|iscsid|thermald|udisksd|upowerd|boltd|fwupd|bluetoothd|cupsd|rngd|haveged|gpm|rasdaemon|tuned)$/,
  },
  {
    what: sentence`guest agent of the virtual machine`,
    units:
      /^(qemu-guest-agent|open-vm-tools|vmtoolsd|vgauth|hv-|walinuxagent|waagent|amazon-ssm-agent|google-|cloud-|hypervvssd|vboxadd)/,
    programs: /^(qemu-ga|vmtoolsd|VGAuthService|hv_.*|waagent|amazon-ssm-agent|google_.*|VBoxService)$/,
  },
  {
    what: sentence`package upkeep`,
    units:
      /^(apt-|unattended-upgrades|packagekit|snapd|dnf-|yum-|snap\.|man-db|logrotate|e2scrub|fstrim|update-notifier)/,
    programs: /^(unattended-upgr.*|packagekitd|snapd|yum-cron|apt-.*)$/,
  },
  {
    what: sentence`account and name lookup`,
    units: /^(nscd|unscd|sssd|nslcd|winbind|accounts-daemon|rtkit-daemon|resolvconf)/,
    programs: /^(nscd|unscd|sssd.*|nslcd|winbindd|accounts-daemon|rtkit-daemon)$/,
  },
  {
    what: sentence`network file system client`,
    units: /^(rpcbind|rpc-statd|rpc-gssd|nfs-blkmap|nfs-idmapd|autofs|gssproxy)/,
    programs: /^(rpcbind|rpc\.(statd|gssd|idmapd)|blkmapd|automount|gssproxy)$/,
  },
  {
    what: sentence`monitoring agent of the machine`,
    units:
      /^(zabbix-agent|node_exporter|prometheus-node-exporter|collectd|telegraf|datadog-agent|nagios-nrpe|snmpd|munin-node|puppet|chef-client|salt-minion|falcon-sensor|osqueryd|filebeat|metricbeat)/,
    programs:
      /^(zabbix_agent.*|node_exporter|prometheus-node-exporter|collectd|telegraf|nrpe|snmpd|munin-node|salt-minion|osqueryd|filebeat|metricbeat)$/,
  },
  {
    what: sentence`container engine; what it runs is in containers already`,
    units: /^(docker|containerd|crio|podman|kubelet|libvirtd|lxc|lxd|lxcfs)/,
    programs: /^(dockerd|docker-proxy|containerd(-shim.*)?|crio|conmon|kubelet|libvirtd|lxcfs|lxd|tini|docker-init)$/,
  },
];

/** What part of the system this service is, or undefined for a service of somebody's own. */
export function systemServiceOf(tree: ProcessTree, listeners: readonly Listener[]): string | undefined {
  const unit = tree.unit?.name;
  const program = basename(tree.root.exe ?? tree.root.argv[0] ?? '') || tree.root.comm;
  const serves = listeners.some(({ protocol, address }) => protocol === 'tcp' && !isLoopback(address));
  const open = rules.filter(({ unlessServing }) => !(unlessServing && serves));
  return open.find((rule) => (unit !== undefined && rule.units.test(unit)) || rule.programs.test(program))?.what;
}
