import { tryDocker } from '../../scripts/machine/docker.ts';

/** `tail -f` wants an inotify instance and says in its own words that there is none; not of a file on an overlay. */
const probe = ': > /dev/shm/probe; LC_ALL=C timeout 1 tail -f /dev/shm/probe';

/**
 * Whether the kernel has an inotify instance left, which every systemd needs several of: an account's number of them is
 * limited, and all servers of the lab count as root's. Gives what to do about it, else nothing. `options` go to
 * `docker run`.
 */
export async function whatIsExhausted(host: string, release: string, options: readonly string[] = []): Promise<string> {
  const image = `debian:${release}-slim`;
  const { stderr } = await tryDocker(host, ['run', '--rm', '--network=none', ...options, image, 'sh', '-c', probe]);
  if (!/inotify cannot be used.*Too many open files/.test(stderr)) return '';
  return (
    'The kernel has no inotify instance left for it: stop servers that nobody needs, or raise the limit as root with ' +
    '"sysctl -w fs.inotify.max_user_instances=8192".'
  );
}
