import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from '../../machine/run.ts';
import { control } from './control.ts';
import { type Order, readOrder } from './read-order.ts';
import { measure, stage } from './stage.ts';

// Stands in for fpm where electron-builder makes the deb: dpkg-deb, which every Debian and Ubuntu has, does it as well.
try {
  await pack(readOrder(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function pack(order: Order): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'slipway-deb-'));
  try {
    const tree = join(work, 'tree');
    await stage(order.contents, tree);
    const { size, md5sums } = await measure(tree);
    const meta = join(tree, 'DEBIAN');
    await mkdir(meta);
    await writeFile(join(meta, 'control'), control(order, size));
    await writeFile(join(meta, 'md5sums'), md5sums);
    await script(order.afterInstall, join(meta, 'postinst'));
    await script(order.afterRemove, join(meta, 'postrm'));
    await mustRun('chmod', ['-R', 'u+rwX,go+rX,go-w', tree]);
    await mustRun('dpkg-deb', ['--root-owner-group', `-Z${order.compression}`, '--build', tree, order.output]);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function script(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await chmod(to, 0o755);
}
