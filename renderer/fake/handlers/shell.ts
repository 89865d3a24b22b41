import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import { home, type World } from '../world.ts';

const os = implement(contract);

export function shellHandlers(world: World) {
  return {
    shell: {
      info: os.shell.info.handler(() => ({
        version: '0.1.0',
        surface: 'memory' as const,
        platform: 'linux',
        home,
        language: 'en' as const,
        nativeDialogs: false,
      })),
      openDialog: os.shell.openDialog.handler(() => ({})),
      listDirectory: os.shell.listDirectory.handler(({ input: { path = home } }) => listFolder(path)),
      openExternal: os.shell.openExternal.handler(() => ({ opened: true })),
      showItem: os.shell.showItem.handler(() => ({ shown: true })),
      notify: os.shell.notify.handler(() => ({ shown: true })),
      commands: os.shell.commands.handler(async function* ({ signal }) {
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
        yield* [];
      }),
    },
    preferences: {
      get: os.preferences.get.handler(() => world.preferences),
      set: os.preferences.set.handler(({ input: { theme, language } }) => {
        world.preferences = {
          theme: theme ?? world.preferences.theme,
          language: language ?? world.preferences.language,
        };
        return world.preferences;
      }),
    },
    secrets: {
      keychain: os.secrets.keychain.handler(() => ({ available: true as const })),
      save: os.secrets.save.handler(() => ({ kept: 'keychain' as const })),
      forget: os.secrets.forget.handler(() => ({ forgotten: true })),
      list: os.secrets.list.handler(() => []),
    },
  };
}

const folders = ['documents', 'downloads', 'portal', 'work'];

function listFolder(path: string) {
  const entry = (name: string) => ({
    name,
    path: `${path.replace(/\/$/, '')}/${name}`,
    kind: 'directory' as const,
    project: name === 'portal',
  });
  const parent = path.replace(/\/[^/]*\/?$/, '') || '/';
  return {
    path,
    ...(path === '/' ? {} : { parent }),
    entries: path === home ? folders.map(entry) : [entry('slipway-projects')],
    truncated: false,
  };
}
