import { expect, test } from 'vitest';
import { emptyProcess } from '../../../../shared/testing/empty-facts.ts';
import { oddDevices } from './devices.ts';

test('devices that an ordinary container lacks', () => {
  const paths = ['/dev/null', '/dev/pts/3', '/dev/dri/card0', '/dev/snd/pcmC0D0p', '/dev/dri/card0', '/tmp/x'];
  const openFiles = paths.map((path, fd) => ({ fd, path, deleted: false, access: 'read' as const, append: false }));
  expect(oddDevices([emptyProcess({ openFiles })])).toEqual(['/dev/dri/card0', '/dev/snd/pcmC0D0p']);
});
