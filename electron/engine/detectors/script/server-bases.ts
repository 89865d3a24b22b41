import { sentence } from '../../../../shared/text/sentence.ts';
import { resolvePath } from '../support/paths.ts';
import { isPlainPath } from '../support/plain-text.ts';
import type { ProcessTree } from '../support/process-tree.ts';

/** By which an application server is told where its applications and settings are. */
const properties = /^-D(?:catalina|jetty|jboss\.server|karaf|tomee)\.(?:base|home|base\.dir|home\.dir)=(.+)$/;
const passing = ['work', 'temp', 'tmp', 'logs'];

/**
 * Directories in which a Java application server keeps what it serves: Tomcat's CATALINA_BASE and the like. They are the
 * application wherever they are; Debian has them under /var/lib, where other services have their data.
 */
export function serverBasesOf({ root }: ProcessTree): string[] {
  const named = root.argv.flatMap((argument) => properties.exec(argument)?.[1] ?? []);
  return [...new Set(named.map((path) => resolvePath(root.cwd ?? '/', path)))].filter(
    (path) => isPlainPath(path) && path.split('/').length > 2,
  );
}

/** What the server makes there while it runs. The directories themselves stay. */
export function leftBehindIn(bases: string[]): { pattern: string; reason: string }[] {
  return bases.flatMap((base) =>
    passing.map((name) => ({
      pattern: `${base}/${name}/*`,
      reason: sentence`made by the application server while it runs`,
    })),
  );
}
