/** Finds a name in a text: a regular expression, or several of them taken together. */
export type NamePattern = Pick<RegExp, 'test'>;

/**
 * Files of packages that nothing opens but by a name, which then stands in whatever opens them. Whether anything that is
 * shipped and used bears that name is looked up in its content; a rule is the more cautious the more it takes for one.
 */
export interface NameRule {
  /** What the files are, in words that follow "without". */
  what: string;
  /** Paths as the package lists them. */
  files: RegExp;
  /** What stands in a program, a script, a library or a configuration that makes use of them. */
  names: NamePattern;
  /** What counts in the application's own files besides: there a name may be put together while it runs. */
  ownNames?: NamePattern;
  /** Files in which the name says nothing, such as those that belong together. */
  silent: RegExp;
  /**
   * `absent`: the files are for developers and stay on the server. `idle`: plug-ins that come along, but not the
   * libraries that only they link to.
   */
  unnamed: 'absent' | 'idle';
}
