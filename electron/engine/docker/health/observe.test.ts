import { expect, it } from 'vitest';
import { emptyWorkload } from '../../../../shared/testing/empty-plan.ts';
import { fakeContainer } from '../../verify/testing/fake-container.ts';
import type { DockerContainer } from '../docker-host.ts';
import { observe } from './observe.ts';

const workload = emptyWorkload({ health: { kind: 'http', port: 80, path: '/' } });
const signal = new AbortController().signal;
const onPort80 = '   0: 00000000:0050 00000000:0000 0A 00000000:00000000\n';

/** Its port is published; asked from outside it says nothing. */
function silent(sockets: string | undefined): DockerContainer {
  return fakeContainer({
    exec: async () => (sockets === undefined ? undefined : { exitCode: 0, output: sockets }),
    publishedPorts: async () => new Map([['80/tcp', 49152]]),
  });
}

it.each([
  ['a port that is listened on, though it does not speak HTTP to us,', onPort80, 'answering'],
  ['a port that nobody listens on', '', 'down'],
  ['a port of an image without programs to look with', undefined, 'down'],
])('%s is seen as such', async (_what, sockets, expected) => {
  expect(await observe(silent(sockets), workload, signal)).toBe(expected);
});
