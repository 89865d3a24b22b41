import { describe, expect, it } from 'vitest';
import { emptyWorkload } from '../../../../shared/testing/empty-plan.ts';
import { dockerfileReasons } from './dockerfile-reasons.ts';
import { reasonAt } from './line-reason.ts';

const workload = emptyWorkload({
  name: 'web',
  base: { image: 'debian:trixie-slim', reason: 'The server runs Debian 13.' },
  evidence: ['A process runs /usr/bin/python3.'],
  commandReason: 'As it runs today.',
  environment: [
    { name: 'LANG', value: 'C.UTF-8', reason: 'In the environment of the process.' },
    { name: 'SHOP', value: 'x', reason: 'In its unit.' },
    { name: 'BASH_FUNC_which%%(', value: 'x', reason: 'A server may call a variable anything.' },
  ],
  ports: [
    { container: 8300, protocol: 'tcp', address: '0.0.0.0', publish: true, reason: 'It listens on it.' },
    { container: 9, protocol: 'tcp', address: '0.0.0.0', publish: true, reason: 'Other.' },
  ],
  files: {
    packages: [{ name: 'python3', version: '3.11', reason: 'the program that runs' }],
    include: [],
    exclude: [],
  },
});

const generated = `# Written by Slipway from slipway.yaml.

# The server runs Debian 13.
FROM debian:trixie-slim

RUN apt-get update \\
  && apt-get install --yes \\
    python3=3.11 \\
  && rm -rf /var/lib/apt/lists/*

COPY app/ /
ADD payload.tar /
ENV LANG=C.UTF-8
EXPOSE 8300
CMD ["/usr/bin/python3", "web.py"]
`;

function at(text: string, line: number) {
  return reasonAt(dockerfileReasons(text, generated, workload), line);
}

describe('dockerfileReasons', () => {
  it('gives each instruction the decision that it comes from', () => {
    const topics = dockerfileReasons(generated, generated, workload).map(({ mark, topic }) => [mark, topic]);
    expect(topics).toEqual([
      [4, 'base'],
      [6, 'packages'],
      [8, 'packages'],
      [11, 'app'],
      [12, 'payload'],
      [13, 'environment'],
      [14, 'ports'],
      [15, 'command'],
    ]);
  });

  it('tells only of what stands in the line', () => {
    expect(at(generated, 13)?.reasons).toEqual([{ subject: 'LANG', text: 'In the environment of the process.' }]);
    expect(at(generated, 14)?.reasons).toEqual([{ subject: '8300/tcp', text: 'It listens on it.' }]);
  });

  it('takes the comment above for a part of what it explains', () => {
    expect(at(generated, 3)).toMatchObject({ topic: 'base', first: 3, mark: 4, last: 4 });
    expect(at(generated, 1)).toBeUndefined();
  });

  it('knows the reason of a single package', () => {
    expect(at(generated, 8)).toMatchObject({
      first: 8,
      last: 8,
      reasons: [{ subject: 'python3 3.11', text: 'the program that runs' }],
    });
    expect(at(generated, 7)).toMatchObject({ first: 6, last: 9 });
  });

  it('marks what was changed and keeps the reason of what it was', () => {
    const edited = generated.replace('EXPOSE 8300', 'EXPOSE 9');
    expect(at(edited, 14)).toMatchObject({ topic: 'ports', changed: true, reasons: [{ subject: '9/tcp' }] });
    expect(at(edited, 15)).toMatchObject({ changed: false });
  });

  it('takes an added instruction for the person’s own', () => {
    const edited = generated.replace('CMD ', 'HEALTHCHECK CMD true\nUSER 1\nRUN apt-get install curl\nCMD ');
    expect(at(edited, 15)).toMatchObject({ topic: 'own', changed: true, reasons: [] });
    expect(at(edited, 16)).toMatchObject({ topic: 'own', changed: true });
  });

  it('is not confused by other white space', () => {
    expect(at(generated.replace('EXPOSE 8300', 'EXPOSE   8300'), 14)).toMatchObject({ changed: false });
  });
});
