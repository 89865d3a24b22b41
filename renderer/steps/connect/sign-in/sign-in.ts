import type { ServerInput } from '../../../../shared/contract/inputs.ts';

/** How to sign in over SSH, as a form has it. */
export interface SignIn {
  /** `auto`: the agent, then the usual keys, then a password; `key`: one key file; `password`: no key at all. */
  method: 'auto' | 'key' | 'password';
  keyFile: string;
}

export const usualSignIn: SignIn = { method: 'auto', keyFile: '' };

type SignInInput = Pick<ServerInput, 'identityFiles' | 'signIn'>;

/** As the engine takes it; a key file that was chosen before another way is left out. */
export function signInToInput({ method, keyFile }: SignIn): SignInInput {
  return {
    identityFiles: method === 'key' ? [keyFile.trim()] : [],
    ...(method === 'password' ? { signIn: 'password' as const } : {}),
  };
}

export function inputToSignIn({ identityFiles, signIn }: SignInInput): SignIn {
  const [keyFile = ''] = identityFiles;
  if (signIn === 'password') return { method: 'password', keyFile: '' };
  return { method: keyFile === '' ? 'auto' : 'key', keyFile };
}

/** Whether a key is wanted and none is named yet. */
export function lacksKey({ method, keyFile }: SignIn): boolean {
  return method === 'key' && keyFile.trim() === '';
}
