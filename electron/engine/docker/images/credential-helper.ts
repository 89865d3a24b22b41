import { spawn } from 'node:child_process';
import { z } from 'zod';
import { parseJson } from '../../../../shared/text/parse-json.ts';
import { readBounded } from '../api/read-bounded.ts';
import type { Credentials } from './registry-login.ts';

const answerSchema = z.object({ Username: z.string(), Secret: z.string() });

/** A helper's answer is one small JSON object. */
const longestAnswer = 64 * 1024;

/**
 * Asks `docker-credential-NAME get` for a registry: its name on standard input, JSON on standard output. Undefined
 * where the helper is not there, or has nothing for this registry.
 */
export async function askCredentialHelper(
  name: string,
  registry: string,
  signal: AbortSignal,
): Promise<Credentials | undefined> {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(name)) return undefined;
  const output = await runHelper(`docker-credential-${name}`, registry, signal);
  const answer = parseJson(output, answerSchema);
  if (!answer.success) return undefined;
  const { Username, Secret } = answer.data;
  if (Username === '<token>') return { identitytoken: Secret, serveraddress: registry };
  return { username: Username, password: Secret, serveraddress: registry };
}

async function runHelper(program: string, input: string, signal: AbortSignal): Promise<string> {
  const child = spawn(program, ['get'], { stdio: ['pipe', 'pipe', 'ignore'], signal });
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('close', (code) => resolve(code ?? -1));
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const output = await readBounded(child.stdout, longestAnswer).catch(() => Buffer.alloc(0));
  const code = await ended;
  signal.throwIfAborted();
  return code === 0 ? output.toString('utf8') : '';
}
