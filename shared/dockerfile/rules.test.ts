import { describe, expect, it } from 'vitest';
import { breachesOf, type DockerfileRule } from './rules.ts';

function broken(text: string): DockerfileRule[] {
  return breachesOf(text).map(({ rule }) => rule);
}

const base = 'FROM debian:bookworm-slim\n';

describe('breachesOf', () => {
  it.each<[DockerfileRule, string]>([
    ['DL3061', `RUN ls\n${base}`],
    ['DL3004', `${base}RUN apt-get update && sudo ls\n`],
    ['DL3011', `${base}EXPOSE 80 65536/tcp\n`],
    ['DL3011', `${base}EXPOSE 8000-80000\n`],
    ['DL3020', `${base}ADD file.txt /\n`],
    ['DL3020', `${base}ADD --chown=1:1 ["a file", "/"]\n`],
    ['DL3023', 'FROM a:1 AS build\nCOPY --from=build /x /y\n'],
    ['DL3023', 'FROM a:1\nCOPY --from=0 /x /y\n'],
    ['DL3044', `${base}ENV A=1 B=$A\n`],
    ['DL3044', `${base}ENV A=1 B="x\${A}y"\n`],
    ['DL3006', 'FROM debian\n'],
    ['DL3006', 'FROM --platform=linux/amd64 registry.example:5000/team/base AS b\n'],
    ['DL3007', 'FROM debian:latest\n'],
    ['DL3025', `${base}CMD apachectl -D FOREGROUND\n`],
    ['DL3025', `${base}ENTRYPOINT /run.sh\n`],
    ['secret-in-image', `${base}ENV DB_PASSWORD=hunter2\n`],
    ['secret-in-image', `${base}ARG NPM_TOKEN\n`],
  ])('finds %s in %j', (rule, text) => expect(broken(text)).toEqual([rule]));

  it.each([
    `ARG TAG=1\n${base}`,
    `${base}RUN echo pseudo sudoku\n`,
    `${base}EXPOSE 80 443/tcp 8000-8010 $PORT 65535\n`,
    `${base}ADD payload.tar /\n`,
    `${base}ADD https://example.org/x /x\n`,
    `${base}ADD $FILE /\n`,
    'FROM a:1 AS build\nFROM build\nCOPY --from=build /x /y\n',
    `${base}ENV PATH=/opt/bin:$PATH\n`,
    `${base}ENV A=1 B='$A' C=\\$A AB=2\n`,
    'FROM scratch\n',
    'FROM $BASE\n',
    'FROM debian@sha256:98e76fc4556aa9f95671c21f2e641e123376979aff6ab26824a0aaca53c8bb96\n',
    `${base}CMD ["/bin/true"]\n`,
    `${base}ENV DB_PASSWORD_FILE=/run/secrets/db KEYBOARD=us\n`,
    `${base}ENV SHOP_NAME="TOKEN=1"\n`,
  ])('finds nothing in %j', (text) => expect(broken(text)).toEqual([]));

  it('says how grave and where', () => {
    expect(breachesOf(`${base}RUN a \\\n  && sudo b\n`)).toEqual([
      { rule: 'DL3004', severity: 'error', first: 2, last: 3 },
    ]);
  });
});
