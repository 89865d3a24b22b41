import type { Workload } from '../../../../shared/model/plan.ts';
import { sorted } from '../../detectors/support/lists.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';

type Needs = Workload['needs'];

/** What Docker grants by default (moby, oci/caps/defaults.go). */
const defaultCapabilities = new Set(
  'CHOWN DAC_OVERRIDE FSETID FOWNER MKNOD NET_RAW SETGID SETUID SETFCAP SETPCAP NET_BIND_SERVICE SYS_CHROOT KILL AUDIT_WRITE'.split(
    ' ',
  ),
);

/** What opening a device means for the container. */
const devices: { path: RegExp; capability?: string; module?: string }[] = [
  { path: /^\/dev\/net\/tun$/, capability: 'NET_ADMIN', module: 'tun' },
  { path: /^\/dev\/fuse$/, capability: 'SYS_ADMIN', module: 'fuse' },
  { path: /^\/dev\/kvm$/, module: 'kvm' },
  {
    path: /^\/dev\/(tty(S|USB|ACM)\d+|input\/.*|video\d+|snd\/.*|bus\/usb\/.*|gpio.*|i2c.*|spidev.*|dri\/.*|nvidia.*|ppp|rtc\d*|watchdog\d*|hidraw\d+|lp\d+)$/,
  },
];

/** What the service needs of the host beyond an ordinary container. */
export function needsOf(server: Server, tree: ProcessTree, ports: Workload['ports']): Needs {
  const opened = tree.members.flatMap((member) => member.openFiles.map((file) => file.path));
  const used = [...opened, ...server.facts.surroundings.devices.filter((device) => opened.includes(device))];
  const known = sorted(used).filter((path) => devices.some((device) => device.path.test(path)));
  const rules = devices.filter((device) => known.some((path) => device.path.test(path)));
  const ambient = (tree.unit?.ambientCapabilities ?? []).map((name) => name.toUpperCase().replace(/^CAP_/, ''));
  const capabilities = [...ambient, ...rules.flatMap((rule) => rule.capability ?? [])].filter(
    (name) => /^[A-Z_]+$/.test(name) && !defaultCapabilities.has(name),
  );
  const isLowPort = tree.root.uid !== 0 && ports.some((port) => port.container < 1024);
  return {
    capabilities: sorted(capabilities),
    devices: known,
    sysctls: {
      // The engine's default since 20.10, said for older ones: then no capability is needed for a low port.
      ...(isLowPort && { 'net.ipv4.ip_unprivileged_port_start': '0' }),
      // Docker turns IPv6 off in networks without it, the loopback included.
      ...(ports.some(({ address }) => address === '::1') && { 'net.ipv6.conf.all.disable_ipv6': '0' }),
    },
    kernelModules: sorted(rules.flatMap((rule) => rule.module ?? [])),
  };
}
