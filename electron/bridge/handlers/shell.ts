import { implement } from '@orpc/server';
import { preferencesContract, secretsContract, shellContract } from '../../../shared/contract/shell.ts';
import type { ShellPort } from '../shell-port.ts';

/** The parts of the contract that the shell answers, wherever it runs. `recall` is left out: it is not the page's. */
export function shellRouters(port: ShellPort) {
  return {
    shell: shellRouter(port.shell),
    preferences: preferencesRouter(port.preferences),
    secrets: secretsRouter(port.secrets),
  };
}

function shellRouter(shell: ShellPort['shell']) {
  const os = implement(shellContract);
  return os.router({
    info: os.info.handler(() => shell.info()),
    openDialog: os.openDialog.handler(({ input }) => shell.openDialog(input)),
    listDirectory: os.listDirectory.handler(({ input }) => shell.listDirectory(input)),
    openExternal: os.openExternal.handler(({ input }) => shell.openExternal(input)),
    showItem: os.showItem.handler(({ input }) => shell.showItem(input)),
    notify: os.notify.handler(({ input }) => shell.notify(input)),
    commands: os.commands.handler(({ signal }) => shell.commands(undefined, signal && { signal })),
  });
}

function preferencesRouter(preferences: ShellPort['preferences']) {
  const os = implement(preferencesContract);
  return os.router({
    get: os.get.handler(() => preferences.get()),
    set: os.set.handler(({ input }) => preferences.set(input)),
  });
}

function secretsRouter(secrets: ShellPort['secrets']) {
  const os = implement(secretsContract);
  return os.router({
    keychain: os.keychain.handler(() => secrets.keychain()),
    save: os.save.handler(({ input }) => secrets.save(input)),
    forget: os.forget.handler(({ input }) => secrets.forget(input)),
    list: os.list.handler(() => secrets.list()),
  });
}
