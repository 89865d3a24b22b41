import { tcp } from '../../ask/tcp.ts';
import type { LabServer } from '../../server.ts';

const port = 6390;
const password = 'Bollard-77-mooring_line';

export const redis: LabServer = {
  name: 'redis',
  summary: 'redis-server on another port, with a password, a memory limit, a forbidden command and some data',
  release: 'bookworm',
  user: 'engineer',
  ports: [port],
  workloads: [{ like: /redis/, ports: [port] }],
  secrets: [password],
  questions: [
    say('refuses strangers', ['PING'], /^-NOAUTH Authentication required\.\r\n/),
    say('refuses a wrong password', ['AUTH wrong'], /^-WRONGPASS /),
    say('lets its clients in', [`AUTH ${password}`, 'PING'], /^\+OK\r\n\+PONG\r\n/),
    say('keeps its memory policy', [`AUTH ${password}`, 'CONFIG GET maxmemory-policy'], /allkeys-lru/),
    say('keeps its memory limit', [`AUTH ${password}`, 'CONFIG GET maxmemory'], /\r\n67108864\r\n/),
    say('keeps its databases', [`AUTH ${password}`, 'CONFIG GET databases', 'SELECT 4'], /\r\n4\r\n-ERR DB index/),
    say('keeps its forbidden command', [`AUTH ${password}`, 'FLUSHALL'], /-ERR unknown command/),
  ],
};

// Nothing is asked that writes, and nothing that depends on the data, which is migrated only on demand.
function say(name: string, lines: readonly string[], expect: RegExp) {
  return tcp({ name, port, send: [...lines, 'QUIT'], until: /\+OK\r\n$/, expect });
}
