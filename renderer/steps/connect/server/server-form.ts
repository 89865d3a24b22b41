import type { ServerInput } from '../../../../shared/contract/inputs.ts';
import { inputToSignIn, lacksKey, type SignIn, signInToInput, usualSignIn } from '../sign-in/sign-in.ts';
import { splitTarget } from './split-target.ts';

/** What stands in the fields; empty where `~/.ssh/config` and the usual are to decide. */
export interface ServerForm extends SignIn {
  /** A host name, an address, an alias of `~/.ssh/config`, or `local`. */
  host: string;
  user: string;
  port: string;
  jump: string[];
  sudo: boolean;
}

export type ServerField = 'host' | 'user' | 'port' | 'keyFile';

export const emptyServer: ServerForm = {
  host: '',
  user: '',
  port: '',
  ...usualSignIn,
  jump: [],
  sudo: false,
};

/** The target as the engine takes it: an alias stays an alias, so that all of its settings count. */
export function joinTarget({ host, user, port }: Pick<ServerForm, 'host' | 'user' | 'port'>): string {
  if (user === '' && port === '') return host;
  const name = host.includes(':') ? `[${host}]` : host;
  return `ssh://${user === '' ? '' : `${user}@`}${name}${port === '' ? '' : `:${port}`}`;
}

export function formToServer(form: ServerForm): ServerInput {
  return {
    target: joinTarget(form),
    ...signInToInput(form),
    jump: form.jump,
    sudo: form.sudo,
    // The person decides by the fingerprint, each time.
    acceptNewHostKey: false,
  };
}

export function serverToForm(server: ServerInput | undefined): ServerForm {
  if (server === undefined) return emptyServer;
  return {
    ...splitTarget(server.target),
    ...inputToSignIn(server),
    jump: [...server.jump],
    sudo: server.sudo,
  };
}

/** Fields that cannot be right yet. */
export function wrongFields(form: ServerForm): ServerField[] {
  const wrong: ServerField[] = [];
  // A leading dash would be an option to other programs, and no host or account has one.
  if (!/^[^\s/@-][^\s/@]*$/.test(form.host)) wrong.push('host');
  if (form.user !== '' && !/^[^\s/@:-][^\s/:]*$/.test(form.user)) wrong.push('user');
  const port = Number(form.port);
  if (form.port !== '' && !(Number.isInteger(port) && port >= 1 && port <= 65_535)) wrong.push('port');
  if (lacksKey(form)) wrong.push('keyFile');
  return wrong;
}
