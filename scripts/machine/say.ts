/** A progress line. On standard error, so that standard output stays for results. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Says what is done and, at its end, how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  say(`▸ ${what} …`);
  const result = await work();
  say(`  done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
