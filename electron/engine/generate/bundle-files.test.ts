import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entry, evidence, packages, parityReport, plan, richWorkload, workload } from './__fixtures__/plans.ts';
import { generateBundle } from './bundle-files.ts';
import { generateWorkload } from './workload-files.ts';

const server = {
  plan: plan([richWorkload(), workload({ name: 'other', secrets: [] })], {
    endpoints: [
      { name: 'db', workload: 'portal', host: 'db.internal', port: 5432, reason: 'connected to it' },
      { name: 'ip', workload: 'portal', host: '10.0.0.9', port: 25, reason: 'connected to it' },
    ],
    skipped: [{ name: 'ssh', reason: "the system's own" }],
    gaps: ['/proc/1/fd needs root'],
  }),
  evidence: new Map([['portal', evidence([entry('/srv/portal/run', { package: 'apache2-bin' })])]]),
  images: new Map([['portal', { tag: 'slipway/portal:3f2a9c', id: 'sha256:1' }]]),
  packages: packages(),
  parity: parityReport(),
};

function content(path: string): string {
  return generateBundle(server).get(path)?.content ?? '';
}

describe('generateBundle', () => {
  it('writes what a bundle has', () => {
    expect([...generateBundle(server).keys()].sort()).toEqual([
      '.env.example',
      '.gitattributes',
      '.gitignore',
      'README.md',
      'README.zh-CN.md',
      'compose.yaml',
      'environments/dev/.env',
      'environments/dev/compose.override.yaml',
      'environments/ops/.env',
      'environments/test/.env',
      'environments/test/compose.override.yaml',
      'parity.html',
      'parity.json',
      'sbom.cdx.json',
      'secrets/portal.env.example',
      'secrets/secrets.manifest.yaml',
      'slipway.yaml',
    ]);
  });

  it('gives the same bytes twice', () => {
    expect(generateBundle(structuredClone(server))).toEqual(generateBundle(server));
    const one = { plan: server.plan, workload: richWorkload(), evidence: evidence() };
    expect(generateWorkload(structuredClone(one))).toEqual(generateWorkload(one));
  });

  it('leaves parity out where nothing was compared', () => {
    const { parity: _, ...untested } = server;
    expect([...generateBundle(untested).keys()].filter((path) => path.startsWith('parity'))).toEqual([]);
  });

  it('refuses a workload whose name is a path', () => {
    const hostile = { ...server, plan: plan([workload({ name: '../x' })]) };
    expect(() => generateBundle(hostile)).toThrow(expect.objectContaining({ code: 'bundle.invalid' }));
  });

  it('names each secret and where it goes, without values', () => {
    expect(parse(content('secrets/secrets.manifest.yaml'))).toEqual({
      secrets: [
        {
          name: 'db-password',
          workload: 'portal',
          kind: 'environment',
          file: 'secrets/portal.env',
          variable: 'DB_PASSWORD',
          reason: 'a password',
        },
      ],
    });
    expect(content('secrets/portal.env.example')).toContain("\nDB_PASSWORD=''\n");
  });

  it('makes development and test say where other machines are, and operations use the real ones', () => {
    const override = parse(content('environments/test/compose.override.yaml'));
    expect(override).toEqual({
      services: {
        portal: {
          extra_hosts: ['db.internal=${DB_INTERNAL_ADDRESS:?fill in DB_INTERNAL_ADDRESS in environments/test/.env}'],
        },
      },
    });
    expect(content('environments/test/.env')).toContain('\nDB_INTERNAL_ADDRESS=\n');
    expect(content('environments/ops/.env')).toContain('\nBIND_ADDRESS=0.0.0.0\n');
    expect(content('environments/ops/.env')).not.toContain('DB_INTERNAL');
  });

  it('tells the reader what was left out and what could not be read', () => {
    const readme = content('README.md');
    expect(readme).toContain("- `ssh`: the system's own");
    expect(readme).toContain('- /proc/1/fd needs root');
    expect(readme).toContain('A note with \\| a bar and \\<b\\>HTML\\</b\\>');
    expect(readme).toContain('`127.0.0.1:8088`');
    expect(readme).not.toMatch(/{{|undefined/);
  });

  it("tells how the server's data gets into its volume", () => {
    expect(content('README.md')).toContain(
      'tar --numeric-owner -C /var/lib/portal -cf - . | docker run --rm -i -v slipway-legacy01-example_portal-var-lib-portal:/to ',
    );
  });

  it('says the same in Chinese: every section, and the same commands', () => {
    const [english, chinese] = [content('README.md'), content('README.zh-CN.md')];
    const commands = (text: string) =>
      [...text.matchAll(/(?:^|`)((?:docker|git|cp|chmod) [^`#\n]+)/gm)].map((match) => match[1]?.trim());
    expect(commands(chinese)).toEqual(commands(english));
    expect(chinese.match(/^## /gm)).toHaveLength(english.match(/^## /gm)?.length ?? 0);
    expect(chinese).toContain('`127.0.0.1:8088`');
    expect(chinese).not.toMatch(/{{|undefined/);
  });
});
