import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { sentence } from '../../../../shared/text/sentence.ts';
import { shellWord } from '../../../../shared/text/shell-word.ts';
import type { JobContext } from '../../job-context.ts';
import helper from './credential-helper.sh?raw';

/** What makes git ask us and nobody else: helpers that the user has set up are not told what they typed here. */
export const askUs = ['-c', 'credential.helper=', '-c', `credential.helper=!sh -c ${shellWord(helper)} slipway`];

/** What git tells and asks of a login, by its names of gitcredentials(7): `protocol`, `host`, `username`, `password`. */
export type Attributes = ReadonlyMap<string, string>;

/** Answers a login's request; undefined where nobody does. */
export type Login = (asked: Attributes) => Promise<{ user: string; password: string } | undefined>;

/** Answers git's helper on its channel, one request after the other. Passwords stay between the two. */
export async function serveCredentials(channel: Duplex, login: Login): Promise<void> {
  channel.on('error', () => {
    // Git has ended; its own words say why.
  });
  let request: string[] = [];
  for await (const line of createInterface({ input: channel })) {
    if (line !== '') {
      request.push(line);
      continue;
    }
    const [operation = '', ...pairs] = request;
    request = [];
    channel.write(operation === 'get' ? answer(await login(attributesOf(pairs))) : '\n');
  }
}

function answer(given: Awaited<ReturnType<Login>>): string {
  // `quit` keeps git from asking anybody else.
  if (given === undefined) return 'quit=1\n\n';
  return `username=${oneLine(given.user)}\npassword=${oneLine(given.password)}\n\n`;
}

/** A second line would be read as something else that we say. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\0][\s\S]*$/, '');
}

function attributesOf(pairs: string[]): Attributes {
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );
}

/**
 * A login by the job's questions. Where git is sent to another host than the one that the person named (for LFS, by a
 * redirection), the question names that host.
 */
export function askLogin(url: string, job: JobContext): Login {
  return async (asked) => {
    const place = placeAsked(url, asked);
    if (place.startsWith('http://')) {
      job.emit({
        type: 'warning',
        step: 'export',
        text: sentence`${place} is not encrypted: others may read the password.`,
      });
    }
    const user = asked.get('username') ?? (await job.ask({ kind: 'git-user', url: place }));
    if (user === undefined || user === '') return undefined;
    const password = await job.ask({ kind: 'git-password', url: place, user });
    return password === undefined ? undefined : { user, password };
  };
}

function placeAsked(url: string, asked: Attributes): string {
  const origin = `${asked.get('protocol')}://${asked.get('host')}`;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}` === origin ? `${origin}${pathname}` : origin;
}
