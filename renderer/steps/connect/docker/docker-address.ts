import type { DockerContext } from '../../../../shared/model/machine.ts';

/** The choice of an address of one's own: no context can be called that. */
export const addressChoice = ':address';

/** `unix:///…`, `npipe:////…`, `ssh://host`, `tcp://host:port`. */
export function isDockerAddress(text: string): boolean {
  return /^(?:unix:\/\/\/|npipe:\/\/\/\/|(?:ssh|tcp):\/\/(?!-))[^\s]+$/.test(text);
}

/** Whether a context's name or an address leads to a machine that one signs in to. */
export function goesOverSsh(host: string, contexts: readonly DockerContext[]): boolean {
  const address = contexts.find(({ name }) => name === host)?.endpoint ?? host;
  return address.startsWith('ssh://');
}

/** What is chosen when the form opens: what the project has, else the current context. */
export function chosenAtFirst(host: string | undefined, contexts: readonly DockerContext[]) {
  if (host !== undefined && !contexts.some(({ name }) => name === host))
    return { choice: addressChoice, address: host };
  const usual = contexts.find(({ current }) => current) ?? contexts[0];
  return { choice: host ?? usual?.name ?? addressChoice, address: '' };
}
