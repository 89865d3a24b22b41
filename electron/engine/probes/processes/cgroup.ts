/** What the control group of a process says about who started it. */
export interface Group {
  cgroup: string;
  unit: string | undefined;
  container: string | undefined;
}

/**
 * /proc/PID/cgroup. Of the hierarchies (v1 has many, v2 one, and both can be mounted) the one that names a unit counts,
 * then the first that names anything. See cgroups(7). A process in a container of the server's belongs to no unit of
 * the server's; `own` is the id that process 1 has itself, where the server is a container.
 */
export function readCgroup(text: string, own?: string): Group {
  const paths = text.split('\n').flatMap((line) => /^\d+:[^:]*:(\/.*)$/.exec(line)?.[1] ?? []);
  const container = paths.map(containerOf).find((id) => id !== undefined && id !== own);
  const cgroup =
    paths.find((path) => unitOf(path) !== undefined) ?? paths.find((path) => path !== '/') ?? paths[0] ?? '';
  return { cgroup, unit: container === undefined ? unitOf(cgroup) : undefined, container };
}

/** Ids of Docker, containerd, CRI-O, Podman and Kubernetes are 64 hex digits; LXC and nspawn use names. */
function containerOf(path: string): string | undefined {
  const [, engine] = /(?:^|[/:-])([0-9a-f]{64})(?:\.scope)?(?:\/|$)/.exec(path) ?? [];
  if (engine !== undefined) return engine;
  const [, lxc] = /\/(?:lxc(?:\.payload)?[./]|machine\.slice\/machine-)([^/]+?)(?:\.scope)?(?:\/|$)/.exec(path) ?? [];
  return lxc;
}

/**
 * The service at the end of a cgroup path. A login session's processes stand in `session-N.scope`, those of a user's
 * own manager below `user@N.service`: neither is a unit of the system.
 */
function unitOf(path: string): string | undefined {
  if (/\/user@\d+\.service(\/|$)/.test(path)) return undefined;
  const names = path.split('/').filter((part) => part.endsWith('.service'));
  return names.at(-1)?.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
