import { implement } from '@orpc/server';
import { errorsAsData } from '../bridge/errors-as-data.ts';
import { type ShellPort, shellPortContract } from '../bridge/shell-port.ts';
import type { CommandQueue } from './command-queue.ts';
import { listDirectory } from './list-directory.ts';
import type { PreferencesStore } from './preferences.ts';
import type { SecretStore } from './secret-store.ts';

type Surface = Pick<ShellPort['shell'], 'info' | 'openDialog' | 'openExternal' | 'showItem' | 'notify'>;
/** The same procedures, which may answer at once. */
type Direct<Procedures> = {
  [Name in keyof Procedures]: Procedures[Name] extends (input: infer Input, ...rest: never) => infer Output
    ? (input: Input) => Awaited<Output> | Promise<Awaited<Output>>
    : never;
};

/** What differs between the window and the browser. */
export interface ShellParts {
  surface: Direct<Surface>;
  commands: CommandQueue;
  preferences: Direct<PreferencesStore>;
  secrets: SecretStore;
}

/** The shell's side of the {@link ShellPort}. */
export function createShellRouter({ surface, commands, preferences, secrets }: ShellParts) {
  const os = implement(shellPortContract).use(errorsAsData);
  return os.router({
    shell: {
      info: os.shell.info.handler(() => surface.info(undefined)),
      openDialog: os.shell.openDialog.handler(({ input }) => surface.openDialog(input)),
      openExternal: os.shell.openExternal.handler(({ input }) => surface.openExternal(input)),
      showItem: os.shell.showItem.handler(({ input }) => surface.showItem(input)),
      notify: os.shell.notify.handler(({ input }) => surface.notify(input)),
      listDirectory: os.shell.listDirectory.handler(({ input }) => listDirectory(input.path, input.hidden)),
      commands: os.shell.commands.handler(({ signal }) => commands.listen(signal)),
    },
    preferences: {
      get: os.preferences.get.handler(() => preferences.get(undefined)),
      set: os.preferences.set.handler(async ({ input }) => {
        const changed = await preferences.set(input);
        commands.send({ command: 'preferences-changed', preferences: changed });
        return changed;
      }),
    },
    secrets: secretsRouter(secrets),
  });
}

function secretsRouter(secrets: SecretStore) {
  const os = implement(shellPortContract.secrets);
  return os.router({
    keychain: os.keychain.handler(() => secrets.keychain()),
    save: os.save.handler(({ input }) => ({ kept: secrets.save(input.name, input.value) })),
    forget: os.forget.handler(({ input }) => ({ forgotten: secrets.forget(input.name) })),
    list: os.list.handler(() => secrets.list()),
    recall: os.recall.handler(({ input }) => secrets.recall(input.name)),
  });
}
