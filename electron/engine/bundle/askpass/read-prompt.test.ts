import { describe, expect, it } from 'vitest';
import { readPrompt } from './read-prompt.ts';

const newer = { address: 'git.example', marked: true };
const older = { address: 'git.example', marked: false };
const fingerprint = 'SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8';
const unknown = (line: string, end: string) =>
  `The authenticity of host '[git.example]:2222 ([192.0.2.7]:2222)' can't be established.\n${line}\n${end}`;

describe('what ssh itself asks', () => {
  it('is for the passphrase of a key, whatever it is called', () => {
    const text = "Enter passphrase for key '/home/o'hara/.ssh/id_ed25519': ";
    expect(readPrompt(text, newer)).toEqual({ kind: 'passphrase', file: "/home/o'hara/.ssh/id_ed25519" });
  });

  it('is for a password', () => {
    const asked = readPrompt("ann@corp@git.example's password: ", newer);
    expect(asked).toEqual({ kind: 'password', user: 'ann@corp', host: 'git.example' });
  });

  it.each([
    [
      'OpenSSH 9',
      `ED25519 key fingerprint is ${fingerprint}.`,
      'Are you sure you want to continue connecting (yes/no/[fingerprint])? ',
    ],
    [
      'OpenSSH 10',
      `ED25519 key fingerprint is: ${fingerprint}\nThis key is not known by any other names.`,
      'Are you sure you want to continue connecting (yes/no/[fingerprint])? ',
    ],
    [
      'OpenSSH 7',
      `ED25519 key fingerprint is ${fingerprint}.`,
      'Are you sure you want to continue connecting (yes/no)? ',
    ],
  ])('is whether a host key is the right one: %s', (_, line, end) => {
    const asked = { kind: 'host-key', host: '[git.example]:2222', algorithm: 'ssh-ed25519', fingerprint };
    expect(readPrompt(unknown(line, end), newer)).toEqual(asked);
    expect(readPrompt(unknown(line, end), older)).toEqual(asked);
  });

  it('is no question for a host key where it does not say which', () => {
    const unclear = { kind: 'host-key-unclear' };
    expect(readPrompt('Are you sure you want to continue connecting (yes/no)? ', newer)).toEqual(unclear);
    expect(readPrompt(unknown('No key.', 'continue connecting (yes/no)? '), newer)).toEqual(unclear);
  });

  it('may be something else', () => {
    const text = 'Enter PIN for ED25519-SK key /home/ann/.ssh/id_sk: ';
    expect(readPrompt(text, newer)).toEqual({ kind: 'own', text: text.trim() });
  });
});

describe('what the other side prompts for', () => {
  const imitation = "Enter passphrase for key '/home/ann/.ssh/id_ed25519': ";

  it('is its own words, cleaned', () => {
    const asked = readPrompt('(ann@git.example) Code\u001b[2J\n\u202efrom your\rphone: ', newer);
    expect(asked).toEqual({ kind: 'remote', host: 'git.example', text: 'Code [2J from your phone:' });
  });

  it.each([
    imitation,
    "ann@other.example's password: ",
    unknown(`ED25519 key fingerprint is ${fingerprint}.`, 'continue connecting (yes/no)? '),
  ])('is never taken for a question of ssh: %j', (text) => {
    expect(readPrompt(`(ann@git.example) ${text}`, newer)).toMatchObject({ kind: 'remote', host: 'git.example' });
  });

  it('cannot be told from a question of an older ssh, so that one counts as its words', () => {
    expect(readPrompt(imitation, older)).toEqual({ kind: 'remote', host: 'git.example', text: imitation.trim() });
    expect(readPrompt("ann@git.example's password: ", older)).toMatchObject({ kind: 'remote' });
  });
});
