import { type SimpleGit, simpleGit } from 'simple-git';

/**
 * What of git's own variables is the user's way to reach a server or to be who they are. The others are withheld: GIT_DIR
 * in a hook's environment would lead git to another repository, an editor would wait for a person.
 */
const KEPT = [
  ...['GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT', 'GIT_ASKPASS', 'SSH_ASKPASS', 'GIT_TERMINAL_PROMPT'],
  ...['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'],
  ...['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'GIT_SSL_CERT', 'GIT_SSL_KEY', 'GIT_SSL_NO_VERIFY'],
];

/** The system's git in a folder, as its user set it up; it never asks on the terminal, which belongs to the progress bar. */
export function systemGit(directory: string, signal?: AbortSignal): SimpleGit {
  const git = simpleGit({
    baseDir: directory,
    allowEnvironment: KEPT,
    unsafe: { allowUnsafeSshCommand: true, allowUnsafeAskPass: true, allowUnsafeConfigPaths: true },
    ...(signal === undefined ? {} : { abort: signal }),
  });
  return git.env({ ...inherited(), GIT_TERMINAL_PROMPT: '0' });
}

/** This process's environment without what simple-git would refuse. */
function inherited(): Record<string, string> {
  const withheld = /^(?:GIT_.*|SSH_ASKPASS|EDITOR|VISUAL|PAGER|PREFIX)$/i;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && (KEPT.includes(name) || !withheld.test(name)) ? [[name, value]] : [],
    ),
  );
}

export interface Author {
  name: string;
  email: string;
}

/** Who commits: the user's own name and address where git knows them. */
export async function commitAuthor(directory: string): Promise<Author> {
  const name = await configured(directory, 'user.name');
  const email = await configured(directory, 'user.email');
  return { name: name ?? 'Slipway', email: email ?? 'slipway@localhost' };
}

/** Whether `git lfs install` was run for this user or machine. */
export async function hasLfs(directory: string): Promise<boolean> {
  if ((await configured(directory, 'filter.lfs.process')) === undefined) return false;
  return systemGit(directory)
    .raw(['lfs', 'version'])
    .then(
      () => true,
      () => false,
    );
}

/** A value of git's configuration; undefined where it is not set or git is not installed. */
async function configured(directory: string, key: string): Promise<string | undefined> {
  const value = await systemGit(directory)
    .raw(['config', '--get', key])
    .catch(() => '');
  return value.trim() === '' ? undefined : value.trim();
}
