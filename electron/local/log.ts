import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import './tracing-channel.ts';
import { type Logger, pino, stdSerializers } from 'pino';
import { withoutSecrets } from './without-secrets.ts';

export type Log = Logger;

/** A log that grew larger is put aside when the program starts, and the one put aside before it goes. */
const maxBytes = 5 * 1024 * 1024;

/** Fields that are never written, whatever is logged. */
const secretFields = ['value', 'password', 'passphrase', 'token', 'secret', 'authorization', 'cookie'];

/** A log file: one JSON object a line, written at once so that the last line before a crash is there. */
export function openLog(folder: string, name: string): Log {
  const file = join(folder, `${name}.log`);
  mkdirSync(folder, { recursive: true });
  putAside(file);
  return pino(
    {
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      serializers: { error: stdSerializers.err },
      redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: '•••' },
      hooks: { streamWrite: withoutSecrets },
    },
    pino.destination({ dest: file, sync: true }),
  );
}

function putAside(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maxBytes) renameSync(file, `${file}.1`);
}
