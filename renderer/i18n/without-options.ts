const names = [
  ...['accept-new-host-key', 'base', 'docker', 'exclude', 'identity', 'include', 'jump', 'passphrase-stdin'],
  ...['password-stdin', 'strategy', 'sudo', 'sudo-password-stdin'],
];
const option = new RegExp(` ?[(（]--(?:${names.join('|')})(?: [A-Za-z]+)?[)）]`, 'g');

/**
 * Advice of the engine without the options of the command line, which the engine puts into brackets: in the window, the
 * thing itself can be chosen.
 */
export function withoutOptions(text: string): string {
  return text.replace(option, '');
}
