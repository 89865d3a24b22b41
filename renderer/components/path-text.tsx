import { Fragment } from 'react';

/** A path that breaks after a slash, where it has to break at all. */
export function PathText({ path }: { path: string }) {
  return path.split(/(?<=\/)/).map((part, index) => (
    // The parts have no name of their own; their order never changes.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
}
