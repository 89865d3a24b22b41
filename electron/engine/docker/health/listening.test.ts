import { expect, it } from 'vitest';
import { isListening } from './listening.ts';

/** /proc/net/tcp and /proc/net/tcp6 of a container with a service on 80 (IPv6) and a connection from port 8080. */
const sockets = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 0100007F:0050 01 00000000:00000000 00:00000000 00000000     0        0 1 1 0 20 0 0 10 -1
  sl  local_address                         remote_address                        st tx_queue rx_queue
   0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000
`;

it('finds listening sockets, whatever their address, and no others', () => {
  expect(isListening(sockets, 80)).toBe(true);
  expect(isListening(sockets, 8080)).toBe(false);
  expect(isListening(sockets, 443)).toBe(false);
});
