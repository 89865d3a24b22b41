import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entry, evidence, plan, richWorkload, workload } from '../__fixtures__/plans.ts';
import { errorsOf, instructionsOf } from './__fixtures__/rules.ts';
import { dockerfile } from './dockerfile.ts';

function instructions(changes: Parameters<typeof workload>[0] = {}, entries = evidence().entries): string[] {
  const changed = workload(changes);
  return instructionsOf(dockerfile(plan([changed]), changed, evidence(entries)));
}

describe('dockerfile', () => {
  it('is FROM, ADD and CMD where nothing else is needed, each with its reason', () => {
    const simple = workload();
    expect(
      dockerfile(plan([simple]), simple, evidence()),
    ).toBe(`# Written by Slipway from slipway.yaml. Edit it freely: your changes are merged when it is written again.

# Debian 12, as on the server
FROM debian:bookworm-slim

# The files from the server that the base lacks or has otherwise (1 file), with owners and modes; evidence.json
# says why each is there.
ADD payload.tar /

# Stays in the foreground, as a container must
CMD ["/usr/sbin/apache2", "-D", "FOREGROUND"]
`);
  });

  it('says everything that a demanding service needs, in the order in which it must stand', () => {
    const rich = richWorkload();
    const entries = [entry('/srv/portal/run'), entry('/srv/portal/a.pl', { place: 'app', uid: 33, gid: 33 })];
    expect(instructionsOf(dockerfile(plan([rich]), rich, evidence(entries)))).toEqual([
      'FROM debian:bookworm-slim',
      'COPY --chown=33:33 app/ /',
      'ADD payload.tar /',
      'COPY slipway-entrypoint.sh /slipway-entrypoint.sh',
      'ENV APP_MOTTO="costs \\$5 \\"only\\" \\\\o/"',
      'EXPOSE 8088 514/udp',
      'VOLUME ["/var/lib/portal"]',
      'STOPSIGNAL SIGWINCH',
      'USER 33',
      'WORKDIR "/srv/portal app"',
      'ENTRYPOINT ["/bin/sh", "/slipway-entrypoint.sh"]',
      'CMD ["/usr/sbin/apache2", "-D", "FOREGROUND"]',
    ]);
  });

  it('sets the variables of one origin together, with one comment', () => {
    const environment = [
      { name: 'A', value: '1', reason: 'the unit' },
      { name: 'B', value: 'two words', reason: 'its file' },
      { name: 'C', value: '3', reason: 'the unit' },
    ];
    const changed = workload({ environment });
    const text = dockerfile(plan([changed]), changed, evidence());
    expect(text).toContain('# the unit\nENV A=1 \\\n    C=3\n');
    expect(text).toContain('# its file\nENV B="two words"\n');
  });

  it('starts from nothing for strategy scratch', () => {
    expect(instructions({ strategy: 'scratch' })[0]).toBe('FROM scratch');
  });

  it('adds no payload and no app where there is none', () => {
    expect(instructions({}, [entry('/usr/bin/perl', { place: 'base' })])).toEqual([
      'FROM debian:bookworm-slim',
      'CMD ["/usr/sbin/apache2", "-D", "FOREGROUND"]',
    ]);
  });

  it('installs the pinned packages before it adds what differs', () => {
    const files = {
      packages: [
        { name: 'perl', version: '5.36.0-7', reason: '' },
        { name: 'apache2', version: '2.4.62-1~deb12u2', reason: '' },
        { name: 'base-files', version: '12', reason: '' },
      ],
      include: [],
      exclude: [],
    };
    const entries = [
      entry('/usr/bin/perl', { place: 'package', package: 'perl' }),
      entry('/usr/sbin/apache2', { place: 'package', package: 'apache2' }),
      entry('/etc/debian_version', { place: 'base', package: 'base-files' }),
      entry('/srv/x'),
    ];
    expect(instructions({ strategy: 'packages', files }, entries).slice(0, 3)).toEqual([
      'FROM debian:bookworm-slim',
      'RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends apache2=2.4.62-1~deb12u2 perl=5.36.0-7 && rm -rf /var/lib/apt/lists/*',
      'ADD payload.tar /',
    ]);
  });

  it.each([
    ['base', { base: { image: 'debian\nRUN evil', reason: '' } }],
    ['base with a variable', { base: { image: 'debian:$TAG', reason: '' } }],
    ['environment name', { environment: [{ name: 'A=B C', value: '', reason: '' }] }],
    ['environment value', { environment: [{ name: 'A', value: 'x\nRUN evil', reason: '' }] }],
    ['working directory', { workingDirectory: '/x\nRUN evil' }],
    ['relative working directory', { workingDirectory: 'srv' }],
    ['signal', { stop: { signal: 'SIGTERM\nRUN evil', graceSeconds: 1 } }],
    ['data path', { data: [{ path: '/x\n', reason: '' }] }],
    ['missing command', { command: [] }],
  ])('refuses a hostile or impossible %s', (_, changes) => {
    expect(() => instructions(changes)).toThrow(expect.objectContaining({ code: 'bundle.invalid' }));
  });

  it("holds hadolint's rules of level error for every strategy", () => {
    for (const strategy of ['minimal', 'packages', 'scratch'] as const) {
      const rich = { ...richWorkload(), strategy };
      expect(errorsOf(dockerfile(plan([rich]), rich, evidence()))).toEqual([]);
    }
  });

  it('gives the same instructions whatever text a server puts into reasons, titles and arguments', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, (title, reason, argument) => {
        fc.pre(argument !== '');
        const command = ['/bin/x', argument];
        const changed = { title, commandReason: reason, command, base: { image: 'debian:12', reason } };
        const [from, add, cmd, ...rest] = instructions(changed);
        expect(rest).toEqual([]);
        expect([from, add]).toEqual(['FROM debian:12', 'ADD payload.tar /']);
        expect(JSON.parse(cmd?.slice('CMD '.length) ?? '')).toEqual(command);
      }),
    );
  });

  it('is not switched by a reason that looks like a parser directive', () => {
    const hostile = workload({ base: { image: 'debian:12', reason: 'escape=`' } });
    expect(dockerfile(plan([hostile]), hostile, evidence()).split('\n')[0]).not.toContain('=');
  });
});
