import { resolvePath } from './paths.ts';

/** The interpreter that a script's first line names, and whether it is looked up in PATH by env(1). */
export function shebangOf(content: string): { interpreter: string; byEnv: string | undefined } | undefined {
  const line = /^#!\s*(\/\S+)(?:[ \t]+([^\r\n]*))?/.exec(content);
  if (!line?.[1]) return undefined;
  const interpreter = resolvePath('/', line[1]);
  if (!interpreter.endsWith('/env')) return { interpreter, byEnv: undefined };
  const program = (line[2] ?? '')
    .split(/\s+/)
    .find((word) => word !== '' && !word.startsWith('-') && !word.includes('='));
  return { interpreter, byEnv: program };
}
