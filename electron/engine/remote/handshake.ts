import type { Duplex } from 'node:stream';
import type { Client } from 'ssh2';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { shellWord } from '../../../shared/text/shell-word.ts';
import type { Authentication } from './auth/authentication.ts';
import { address, handshakeError, otherServiceError } from './connection-errors.ts';
import type { SshSettings } from './ssh-config/settings.ts';

/** As much of what a server says first as tells what kind of server it is. */
const enough = 256;

/** Listens in on what a server says first. To be called before anybody else reads. */
export function overhear(stream: Duplex): () => string {
  let heard = '';
  const listen = (chunk: Buffer) => {
    heard = (heard + chunk.toString('latin1')).slice(0, enough);
    if (heard.length === enough) stream.off('data', listen);
  };
  stream.on('data', listen);
  return () => heard;
}

interface HandshakeWatch {
  settings: SshSettings;
  authentication: Authentication;
  /** What the server said first. */
  heard(): string;
  fail(error: SlipwayError): void;
}

/** ssh2 tells of every failure by an `error` event; the first one to fail says why. */
export function watchHandshake(client: Client, { settings, authentication, heard, fail }: HandshakeWatch): void {
  let banner = '';
  client.on('banner', (text) => {
    banner = text;
  });
  client.on('error', (error) => {
    // An agent that does not sign is one key less, and ssh2 goes on with the next.
    if (error.level === 'agent') return;
    if (error.level === 'client-authentication') return fail(authentication.refusal());
    if (/too many authentication failures/i.test(error.message)) return fail(authentication.gaveUp());
    fail(otherServiceError(settings, heard()) ?? handshakeError(error, settings, heard() !== ''));
  });
  client.on('change password', () => fail(expiredPasswordError(`${settings.user}@${address(settings)}`)));
  client.once('close', () => {
    const known = authentication.hangUp(banner) ?? otherServiceError(settings, heard());
    fail(known ?? handshakeError(new Error('connection closed'), settings, heard() !== ''));
  });
}

/** `account`: `user@host:port`. */
export function expiredPasswordError(account: string): SlipwayError {
  return new SlipwayError('server.auth', sentence`The password of ${account} has expired.`, {
    hint: sentence`Change it in a terminal: ssh ${shellWord(`ssh://${account}`)}`,
  });
}
