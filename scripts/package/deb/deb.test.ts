import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { control } from './control.ts';
import { readOrder } from './read-order.ts';
import { measure, stage } from './stage.ts';

const args = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libgbm1', '--deb-recommends', 'git'],
  ...['--deb-compression', 'xz', '--architecture', 'amd64', '--after-install', '/tmp/i', '--after-remove', '/tmp/r'],
  ...['--description', 'Moves servers\n \n Into containers', '--version', '0.1.0', '--package', '/tmp/slipway.deb'],
  ...[
    '--name',
    'slipway',
    '--maintainer',
    'Slipway <a@b.example>',
    '--vendor',
    'Slipway',
    '--url',
    'https://b.example',
  ],
  ...['--deb-priority', 'optional', '--license', 'UNLICENSED', 'app/=/opt/Slipway', 'slipway.sh=/usr/bin/slipway'],
];

it('reads what electron-builder orders', () => {
  expect(readOrder(args)).toMatchObject({
    output: '/tmp/slipway.deb',
    depends: ['libnss3', 'libgbm1'],
    contents: [
      { from: 'app/', to: '/opt/Slipway' },
      { from: 'slipway.sh', to: '/usr/bin/slipway' },
    ],
  });
});

it('refuses what it would otherwise lose', () => {
  expect(() => readOrder([...args, '--config-files', '/etc/slipway'])).toThrow('--config-files');
  expect(() => readOrder([...args, 'file=below'])).toThrow('file=below');
  expect(() => readOrder(args.filter((arg) => arg !== '--name' && arg !== 'slipway'))).toThrow('--name');
  expect(() => readOrder(args.map((arg) => (arg === 'deb' ? 'rpm' : arg)))).toThrow('rpm');
});

it('writes the control file as dpkg reads it', () => {
  expect(control(readOrder(args), 2049)).toBe(
    [
      'Package: slipway',
      'Version: 0.1.0',
      'Section: devel',
      'Priority: optional',
      'Architecture: amd64',
      'Maintainer: Slipway <a@b.example>',
      'Installed-Size: 3',
      'Depends: libnss3, libgbm1',
      'Recommends: git',
      'Homepage: https://b.example',
      'Description: Moves servers',
      ' .',
      ' Into containers',
      '',
    ].join('\n'),
  );
});

it('names no homepage where there is none', () => {
  const order = { ...readOrder(args), homepage: 'https://slipway.invalid/' };
  expect(control(order, 0)).not.toContain('Homepage');
});

it('lays out folders and files, and sums them up', async () => {
  const work = await mkdtemp(join(tmpdir(), 'slipway-deb-test-'));
  try {
    await mkdir(join(work, 'app', 'resources'), { recursive: true });
    await writeFile(join(work, 'app', 'resources', 'one'), 'one');
    await writeFile(join(work, 'two'), 'two');
    const tree = join(work, 'tree');
    const contents = [
      { from: `${join(work, 'app')}/`, to: '/opt/Slipway' },
      { from: join(work, 'two'), to: '/usr/bin/two' },
    ];
    await stage(contents, tree);
    expect(await measure(tree)).toEqual({
      size: 6,
      md5sums:
        'b8a9f715dbb64fd5c56e7783c6820a61  usr/bin/two\nf97c5d29941bfb1b2fdab0874906ab82  opt/Slipway/resources/one\n',
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
