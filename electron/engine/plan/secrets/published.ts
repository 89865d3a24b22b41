const modules = /\/(?:node_modules|bower_components|site-packages|dist-packages|gems)\//;

/**
 * Whether a file came with a published package of a language: what looks like a password in its text is an example or a
 * name, and apart from the package it would be missing in what Git holds.
 */
export function isPublished(path: string): boolean {
  return modules.test(path);
}
