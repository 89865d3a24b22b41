/** `st` of a listening socket in /proc/net/tcp (TCP_LISTEN of include/net/tcp_states.h). */
const listen = '0A';

/**
 * Whether a port is listened on, from the text of /proc/net/tcp and /proc/net/tcp6 one after the other: lines such as
 * `0: 00000000:0050 00000000:0000 0A …`.
 */
export function isListening(procNetTcp: string, port: number): boolean {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return procNetTcp.split('\n').some((line) => {
    const [, local, , state] = line.trim().split(/\s+/);
    return state === listen && local !== undefined && local.endsWith(`:${wanted}`);
  });
}
