import type { DockerContext } from '../../../../shared/model/machine.ts';

/** The choice of an address of one's own: no context can be called that. */
export const addressChoice = ':address';

/** `unix:///…`, `npipe:////…`, `ssh://host`, `tcp://host:port`. */
export function isDockerAddress(text: string): boolean {
  return /^(?:unix:\/\/\/|npipe:\/\/\/\/|(?:ssh|tcp):\/\/(?!-))[^\s]+$/.test(text);
}

/** What is chosen when the form opens: what the project has, else the current context. */
export function chosenAtFirst(host: string | undefined, contexts: readonly DockerContext[]) {
  if (host !== undefined && !contexts.some(({ name }) => name === host))
    return { choice: addressChoice, address: host };
  const usual = contexts.find(({ current }) => current) ?? contexts[0];
  return { choice: host ?? usual?.name ?? addressChoice, address: '' };
}
