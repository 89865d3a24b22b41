import { expect, it } from 'vitest';
import { createCommandQueue } from './command-queue.ts';

it('keeps commands for the page that comes later, once', async () => {
  const queue = createCommandQueue();
  queue.send({ command: 'find' });
  queue.send({ command: 'shortcuts' });
  const page = queue.listen(undefined);
  expect(await page.next()).toEqual({ done: false, value: { command: 'find' } });
  expect(await page.next()).toEqual({ done: false, value: { command: 'shortcuts' } });
  const next = page.next();
  queue.send({ command: 'preferences' });
  expect(await next).toEqual({ done: false, value: { command: 'preferences' } });
});

it('tells every page that listens, and waits for none that has gone', async () => {
  const queue = createCommandQueue();
  const gone = new AbortController();
  const [stays, goes] = [queue.listen(undefined), queue.listen(gone.signal)];
  const [first, second] = [stays.next(), goes.next()];
  queue.send({ command: 'find' });
  expect([(await first).value, (await second).value]).toEqual([{ command: 'find' }, { command: 'find' }]);
  const waits = goes.next();
  gone.abort();
  await expect(waits).rejects.toThrow();
  const next = stays.next();
  queue.send({ command: 'shortcuts' });
  expect((await next).value).toEqual({ command: 'shortcuts' });
});
