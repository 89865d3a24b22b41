import { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientChannel } from 'ssh2';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { printable } from '../../text/printable.ts';
import { droppedError } from '../connection-errors.ts';
import type { SshConnection } from '../ssh-connection.ts';
import { type ExitStatus, failStream, type RawProcess, type Shell } from './raw-process.ts';

/** The shell behind an SSH connection. */
export function createSshShell(connection: SshConnection): Shell {
  return {
    label: connection.label,
    async open(script) {
      // The login shell may be csh or fish: all it has to understand are single quotes.
      return adoptChannel(await openPatiently(connection, `exec /bin/sh -c '${script}'`), connection.lost);
    },
  };
}

/** How long and how often a session is asked for again; sshd counts one that has just ended for a moment more. */
const sessionTries = 5;
const sessionWaitMilliseconds = 200;

async function openPatiently(connection: SshConnection, script: string): Promise<ClientChannel> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await openChannel(connection, script);
    } catch (error) {
      const full = error instanceof SlipwayError && error.code === 'server.refused';
      if (!full || tries === sessionTries) throw error;
      await sleep(sessionWaitMilliseconds);
    }
  }
}

function openChannel({ client, label, lost }: SshConnection, script: string): Promise<ClientChannel> {
  return new Promise((resolve, reject) => {
    try {
      client.exec(script, (error, channel) => {
        if (error) reject(lost.aborted ? lost.reason : execError(error, label));
        else resolve(channel);
      });
    } catch (error) {
      // ssh2 throws where the socket is gone already.
      reject(lost.aborted ? lost.reason : droppedError(label, error));
    }
  });
}

function execError(error: Error, label: string): SlipwayError {
  if (/Channel open failure/.test(error.message)) {
    return new SlipwayError(
      'server.refused',
      sentence`${label} opens no further session: ${printable(error.message)}.`,
      {
        hint: sentence`Check MaxSessions in sshd_config.`,
        cause: error,
      },
    );
  }
  return new SlipwayError('server.no-shell', sentence`${label} runs no commands: ${printable(error.message)}.`, {
    hint: sentence`Connect as an account that has a POSIX shell.`,
    cause: error,
  });
}

/**
 * A channel as three separate streams. ssh2's own channel is one duplex stream whose ends depend on each other, and it
 * ends its output quietly where the connection is lost: here that is an error.
 */
function adoptChannel(channel: ClientChannel, lost: AbortSignal): RawProcess {
  const stdin = feed(channel);
  const stdout = follow(channel, () => channel.close());
  const stderr = follow(channel.stderr, () => {});
  const streams = [stdin, stdout, stderr];
  const status: ExitStatus = { code: undefined, signal: undefined };
  channel.on('exit', (code: number | null, signal?: string) => {
    status.code = code ?? undefined;
    status.signal = signal;
  });
  const done = new Promise<ExitStatus>((resolve, reject) => {
    const drop = () => {
      for (const stream of streams) failStream(stream, lost.reason);
      reject(lost.reason);
    };
    lost.addEventListener('abort', drop, { once: true });
    channel.once('close', () => {
      lost.removeEventListener('abort', drop);
      if (!stdin.writableFinished) failStream(stdin, new Error('The command has ended.'));
      resolve(status);
    });
  });
  done.catch(() => {});
  return {
    stdin,
    stdout,
    stderr,
    done,
    abandon(reason) {
      for (const stream of streams) failStream(stream, reason);
      channel.close();
    },
  };
}

function feed(channel: ClientChannel): Writable {
  return new Writable({
    write: (chunk, _, done) => {
      channel.write(chunk, done);
    },
    final: (done) => {
      channel.end();
      done();
    },
  });
}

/** A copy of `source` with its backpressure; where the reader stops early, the rest is thrown away. */
function follow(source: Readable, stopped: () => void): Readable {
  const copy = new Readable({
    read: () => {
      source.resume();
    },
    destroy: (error, done) => {
      source.off('data', pass);
      source.resume();
      if (!source.readableEnded) stopped();
      done(error);
    },
  });
  function pass(chunk: Buffer) {
    if (!copy.push(chunk)) source.pause();
  }
  source.on('data', pass);
  source.once('end', () => copy.push(null));
  return copy;
}
