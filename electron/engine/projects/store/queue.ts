/** Work on one folder at a time, in the order in which it was asked for. */
const last = new Map<string, Promise<unknown>>();

/** Runs `work` when everything before it on the same folder has ended, well or not. */
export async function inTurn<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const before = last.get(folder) ?? Promise.resolve();
  const mine = before.then(work, work);
  last.set(folder, mine);
  try {
    return await mine;
  } finally {
    if (last.get(folder) === mine) last.delete(folder);
  }
}
