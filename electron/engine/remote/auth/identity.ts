import { BaseAgent, type ParsedKey, type SignCallback, type SigningRequestOptions } from 'ssh2';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import { printable } from '../../text/printable.ts';
import type { KeyFile, KeyFiles } from './key-files.ts';

/** A key that can be offered to a server. */
export interface Identity {
  /** Where it comes from, for messages. */
  label: string;
  publicKey: ParsedKey | undefined;
  /** Ready to be offered; undefined where it cannot be after all. Asks for a passphrase only where it must. */
  offer(ask: JobContext['ask'], fail: (error: unknown) => void): Promise<OneKey | undefined>;
}

export function agentIdentity(key: ParsedKey, agent: BaseAgent): Identity {
  const label = sentence`${printable(key.comment || key.type, 80)} (agent)`;
  return {
    label,
    publicKey: key,
    offer: async () =>
      new OneKey(key, (data, options) => {
        return new Promise((resolve, reject) => {
          agent.sign(key, data, options, (error, signature) => {
            if (signature === undefined) reject(error ?? new Error('no signature'));
            else resolve(signature);
          });
        });
      }),
  };
}

/**
 * A key file's identity. Where the public key is known, the server is asked first whether it would take it, and the
 * passphrase only once it would, as OpenSSH does.
 */
export function fileIdentity(file: KeyFile, keyFiles: KeyFiles): Identity {
  return {
    label: file.path,
    publicKey: file.publicKey,
    async offer(ask, fail) {
      // A public key that no agent holds is told of at once, and not offered.
      const shown = (file.isPublic ? undefined : file.publicKey) ?? (await keyFiles.unlock(file, ask));
      if (shown === undefined) return undefined;
      return new OneKey(shown, async (data, options) => {
        const key = await keyFiles.unlock(file, ask).catch((error: unknown) => {
          fail(error);
          throw error;
        });
        if (key === undefined) throw new Error(`${file.path} stays locked`);
        // ssh2 gives an Error back where its types promise a signature.
        const signature: unknown = key.sign(data, options.hash);
        if (!Buffer.isBuffer(signature)) throw new Error(`${file.path} cannot sign`);
        return signature;
      });
    },
  };
}

type Signer = (data: Buffer, options: SigningRequestOptions) => Promise<Buffer>;

/** ssh2 asks an agent for keys and signatures: an agent of one key lets us decide the order and when to ask. */
export class OneKey extends BaseAgent<ParsedKey> {
  /** Whether the server took the key so far as to have something signed. */
  hasSigned = false;
  readonly #key: ParsedKey;
  readonly #signer: Signer;

  constructor(key: ParsedKey, signer: Signer) {
    super();
    this.#key = key;
    this.#signer = signer;
  }

  override getIdentities(callback: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
    callback(undefined, [this.#key]);
  }

  override sign(_: ParsedKey, data: Buffer, options: SigningRequestOptions | SignCallback, done?: SignCallback): void {
    const callback = typeof options === 'function' ? options : done;
    this.hasSigned = true;
    this.#signer(data, typeof options === 'function' ? {} : options).then(
      (signature) => callback?.(undefined, signature),
      (error: unknown) => callback?.(error instanceof Error ? error : new Error(String(error))),
    );
  }
}
