import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { listenIn, nextCommandIn, openEngineIn, startEndlessJob } from '../../app/engine-in-page.ts';
import { startSilentServer } from '../../app/silent-server.ts';
import { startSshServer } from '../../app/ssh-server.ts';
import { test } from '../../app/test.ts';

// The contract's cases over the real transports, from the app's own page: a WebSocket in the browser, in the window a
// port through the preload to the engine's process. The unit tests run the same over each transport by itself.
test.beforeEach(({ appPage }) => openEngineIn(appPage));

test('a call is answered', async ({ appPage, home, surface }) => {
  const info = await appPage.evaluate(() => window.testEngine.client.shell.info());
  expect(info).toMatchObject({ surface, home: home.path, version: '0.1.0' });
});

test('the error of a call is data', async ({ appPage }) => {
  const error = await appPage.evaluate(() =>
    window.testEngine.client.shell.listDirectory({ path: '/no/such/folder' }).catch((thrown) => thrown.data),
  );
  expect(error).toMatchObject({ code: 'disk.denied', message: '/no/such/folder cannot be read.' });
});

test('the error of a job is data', async ({ appPage }) => {
  const last = await appPage.evaluate(async () => {
    const { client } = window.testEngine;
    let message: unknown;
    for await (message of await client.doctor({ docker: { host: 'unix:///no/such/docker.sock' } }));
    return message;
  });
  expect(last).toMatchObject({ type: 'error', error: { code: 'docker.unreachable' } });
});

test('eight megabytes arrive', async ({ appPage, home }) => {
  const error = await appPage.evaluate(
    async (directory) => {
      const { client } = window.testEngine;
      await client.projects.create({ directory });
      const text = 'ö'.repeat(4 * 1024 * 1024);
      return client.files.create({ directory, path: 'large.txt', text }).catch((thrown) => thrown.data);
    },
    join(home.path, 'project'),
  );
  // More than the editor takes, which is what proves that all of it arrived.
  expect(error).toMatchObject({ code: 'file.denied', message: expect.stringContaining('8.0 MB') });
});

test('a job is cancelled by its name, and tells when it has cleaned up', async ({ appPage }) => {
  const server = await startSilentServer();
  const types = await appPage.evaluate(async (port) => {
    const { client } = window.testEngine;
    const seen: unknown[] = [];
    const target = `ssh://nobody@127.0.0.1:${port}`;
    for await (const message of await client.machine.testServer({ server: { target } })) {
      seen.push(message.type === 'error' ? message.error.code : message.type);
      if (message.type === 'started') await client.cancel({ job: message.job });
    }
    return seen;
  }, server.port);
  expect([types.at(0), types.at(-1)]).toEqual(['started', 'cancelled']);
  server.close();
});

test('a job ends when its page goes', async ({ appPage }) => {
  const server = await startSilentServer();
  const { gone } = await startEndlessJob(appPage, server);
  await appPage.reload();
  await gone;
  server.close();
});

// Who gives a refused answer once more knows no better: it is not sent again.
test('questions reach the page, and answers the job', async ({ appPage }) => {
  const server = await startSshServer('right');
  expect(await logIn(appPage, server.target, 'wrong')).toEqual(['host-key', 'password', 'password', 'server.auth']);
  expect(server.tried).toEqual(['wrong']);
  server.close();
});

test('a kept secret answers before the person is asked, and is forgotten where it is refused', async ({ appPage }) => {
  const server = await startSshServer('right');
  const kept = await keep(appPage, server.target, 'right');
  expect(kept).toEqual([{ name: nameOf(server.target), kept: 'this-run' }]);
  expect(await logIn(appPage, server.target, 'never needed')).not.toContain('password');
  expect(server.tried).toEqual(['right']);

  await keep(appPage, server.target, 'stale');
  expect(await logIn(appPage, server.target, 'right')).toContain('password');
  expect(server.tried).toEqual(['right', 'stale', 'right']);
  expect(await appPage.evaluate(() => window.testEngine.client.secrets.list())).toEqual([]);
  server.close();
});

test('preferences are kept, and told to every page', async ({ appPage }) => {
  await listenIn(appPage);
  const preferences = { theme: 'dark', language: 'system' };
  expect(await appPage.evaluate(() => window.testEngine.client.preferences.set({ theme: 'dark' }))).toEqual(
    preferences,
  );
  expect(await nextCommandIn(appPage)).toEqual({ command: 'preferences-changed', preferences });
  expect(await appPage.evaluate(() => window.testEngine.client.preferences.get())).toEqual(preferences);
});

function nameOf(target: string) {
  return { kind: 'password' as const, of: target.replace(/^ssh:\/\//, '') };
}

/** Has the app keep a password, and gives what it then says that it keeps. */
function keep(page: Page, target: string, value: string) {
  return page.evaluate(
    async ({ name, value }) => {
      const { secrets } = window.testEngine.client;
      await secrets.save({ name, value });
      return secrets.list();
    },
    { name: nameOf(target), value },
  );
}

/** Tests a connection, giving one answer to every question; gives the questions' kinds and the code of the end. */
function logIn(page: Page, target: string, password: string): Promise<string[]> {
  return page.evaluate(
    async ({ target, password }) => {
      const { client } = window.testEngine;
      const heard: string[] = [];
      let job = '';
      for await (const message of await client.machine.testServer({ server: { target } })) {
        if (message.type === 'started') job = message.job;
        if (message.type === 'error') heard.push(message.error.code);
        if (message.type !== 'question') continue;
        heard.push(message.question.kind);
        const value = message.question.kind === 'host-key' ? 'yes' : password;
        await client.answer({ job, question: message.id, value });
      }
      return heard;
    },
    { target, password },
  );
}
