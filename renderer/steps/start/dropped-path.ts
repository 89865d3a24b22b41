import { pathMark } from '../../../shared/contract/transport.ts';

type Dropped = Pick<DataTransfer, 'files' | 'getData'>;

/** Where a dropped folder or file lies; undefined where the browser keeps that to itself. */
export function droppedPath(dropped: Dropped, page: object = window): string | undefined {
  const file = dropped.files[0];
  const pathOf = pathMark in page ? page[pathMark] : undefined;
  const told = file !== undefined && typeof pathOf === 'function' ? pathOf(file) : undefined;
  if (typeof told === 'string' && told !== '') return told;
  return pathOfUri(dropped.getData('text/uri-list').split(/\r?\n/)[0] ?? '');
}

/** File managers on Linux name what is dragged by address. */
function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:///')) return undefined;
  return decodeURIComponent(new URL(uri).pathname);
}
