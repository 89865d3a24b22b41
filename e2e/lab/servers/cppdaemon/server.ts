import { tcp } from '../../ask/tcp.ts';
import type { LabServer } from '../../server.ts';

const port = 7070;
const password = 'rope-Walk-91-taffrail';

export const cppdaemon: LabServer = {
  name: 'cppdaemon',
  summary: 'A C++ daemon that no package owns: private library, nohup from rc.local, relative configuration path',
  release: 'trixie',
  user: 'root',
  ports: [port],
  workloads: [{ like: /quote/, ports: [port] }],
  secrets: [password],
  questions: [
    say('greeting', [], /^220 quoted at your service\n221 bye\n$/),
    say('counts its book', ['COUNT'], /\n200 5\n/),
    say('gives a quote', ['GET 2'], /\n200 Any port in a storm\. \(sailors\)\n/),
    say('finds Chinese', ['FIND 始于'], /\n200 千里之行，始于足下。 \(Laozi\)\n/),
    say('knows what it lacks', ['GET 99', 'DANCE'], /\n404 no such quote\n500 unknown command\n/),
    say('knows its password', [`ADMIN ${password}`, 'ADMIN wrong'], /\n230 welcome\n530 denied\n/),
    say('statistics', ['STATS'], /\n200 up …\n/),
  ],
};

function say(name: string, lines: readonly string[], expect: RegExp) {
  return tcp({
    name,
    port,
    send: [...lines, 'QUIT'],
    until: /221 bye\n/,
    expect,
    mask: [/(?<=200 up )\d+ s, pid \d+/g],
  });
}
