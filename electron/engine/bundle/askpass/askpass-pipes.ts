import { closeSync, constants, openSync, readdirSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** What ssh has its askpass program ask, or tell. */
export interface AskpassRequest {
  /** The process that asks: one that asks the same again was not content with the answer. */
  asker: string;
  /** `confirm` wants a yes, `notice` no answer at all. */
  kind: 'question' | 'confirm' | 'notice';
  text: string;
}

/** Answers a request; undefined where nobody does. */
export type Answer = (request: AskpassRequest) => Promise<string | undefined>;

const lineSchema = z
  .string()
  .regex(/^\d+ \d+ (?:question|confirm|notice)$/)
  .transform((line) => line.split(' '))
  .pipe(z.tuple([z.string(), z.string(), z.enum(['question', 'confirm', 'notice'])]));

/** Letters of a question; the longest honest ones are those about a host key that has many names. */
const longestQuestion = 8192;

/** The named pipes between the helpers of one push and us, in a folder that is ours alone. */
export interface AskpassPipes {
  /** Answers one helper after the other, until the pipes are closed. */
  serve(answer: Answer): Promise<void>;
  /** Lets go of whoever still waits for an answer. */
  close(): void;
}

export function openPipes(directory: string): AskpassPipes {
  const path = join(directory, 'questions');
  const socket = new Socket({
    fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
    readable: true,
    writable: false,
  });
  // As long as somebody could write, the last helper that has written is not the end.
  const open = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  return {
    async serve(answer) {
      for await (const line of createInterface({ input: socket })) {
        const [helper, asker, kind] = lineSchema.parse(line);
        const text = (await readFile(join(directory, `question.${helper}`), 'utf8')).slice(0, longestQuestion);
        const given = await answer({ asker, kind, text: text.trimEnd() });
        if (kind !== 'notice') give(join(directory, `answer.${helper}`), given);
      }
    },
    close() {
      if (socket.destroyed) return;
      socket.destroy();
      closeSync(open);
      for (const name of waitingIn(directory)) give(join(directory, name), undefined);
    },
  };
}

/** The pipes of the helpers. Where git was ended, its guard has removed the folder, and nobody waits. */
function waitingIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.startsWith('answer.'));
  } catch {
    return [];
  }
}

function give(pipe: string, answer: string | undefined): void {
  const file = openForWriting(pipe);
  if (file === undefined) return;
  try {
    // ssh takes one line, and cuts what is longer than it can be.
    writeSync(file, answer === undefined ? '\n' : `=${answer.replace(/[\r\n\0][\s\S]*$/, '')}\n`);
  } finally {
    closeSync(file);
  }
}

/** Undefined where nobody waits for the answer any more: ssh and its helper have been ended. */
function openForWriting(path: string): number | undefined {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}
