import { isDeepStrictEqual } from 'node:util';
import { ownValue } from '../../../../shared/text/own-value.ts';

/**
 * Takes a change of plain data back from what it is now: what the change added goes, what it removed comes back, what it
 * set is as before, and everything that was changed since stays. Lists are what they hold: an item that was changed again
 * since is no longer the one that the change made, and stays.
 */
export function revertChange(now: unknown, before: unknown, after: unknown): unknown {
  if (isDeepStrictEqual(before, after)) return now;
  if (isDeepStrictEqual(now, after)) return before;
  if (Array.isArray(now) && Array.isArray(before) && Array.isArray(after)) return revertList(now, before, after);
  if (isRecord(now) && isRecord(before) && isRecord(after)) return revertRecord(now, before, after);
  return now;
}

function revertList(now: unknown[], before: unknown[], after: unknown[]): unknown[] {
  const kept = without(now, without(after, before));
  return [...kept, ...without(without(before, after), kept)];
}

/** The items of one list that the other does not have, as often as it has more of them. */
function without(list: unknown[], other: unknown[]): unknown[] {
  const left = [...other];
  return list.filter((item) => {
    const index = left.findIndex((one) => isDeepStrictEqual(one, item));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function revertRecord(now: Data, before: Data, after: Data): Data {
  const keys = [...new Set([...Object.keys(now), ...Object.keys(before)])];
  const values = keys.map((key) => [
    key,
    revertChange(ownValue(now, key), ownValue(before, key), ownValue(after, key)),
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

type Data = Record<string, unknown>;

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
