import { expect, it } from 'vitest';
import { pathMark } from '../../../shared/contract/transport.ts';
import { droppedPath } from './dropped-path.ts';

function drop(uris: string, files: unknown[] = []) {
  // Only these two are read of what the browser hands over.
  return { files, getData: () => uris } as unknown as DataTransfer;
}

it('asks the window for the path of a file', () => {
  expect(droppedPath(drop('', [{}]), { [pathMark]: () => '/srv/portal' })).toBe('/srv/portal');
});

it('takes the address that a file manager gives', () => {
  expect(droppedPath(drop('file:///srv/my%20portal\r\n'), {})).toBe('/srv/my portal');
});

it('knows when nothing tells', () => {
  expect(droppedPath(drop('https://example.net/', [{}]), {})).toBeUndefined();
  expect(droppedPath(drop('', [{}]), { [pathMark]: () => '' })).toBeUndefined();
});
