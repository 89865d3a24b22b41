import { z } from 'zod';
import type { Question } from './events.ts';

/** What a kept secret is for. The secret itself never stands beside it. */
export const secretNameSchema = z.object({
  kind: z.enum(['password', 'passphrase', 'sudo-password', 'git-password', 'registry-password']),
  /** `user@host`, a key file, a repository's or a registry's address with its user. */
  of: z.string().min(1).max(2048),
});
export type SecretName = z.infer<typeof secretNameSchema>;

/** Whether a kept secret outlives this run; where not, it says why. */
export const keychainSchema = z.union([
  z.object({ available: z.literal(true) }),
  z.object({ available: z.literal(false), why: z.string() }),
]);
export type KeychainState = z.infer<typeof keychainSchema>;

/**
 * The name under which the answer to a question is kept; undefined where it must not be: host keys belong into
 * `known_hosts`, and what a server prompts for may be a code that is good only once.
 */
export function secretNameOf(question: Question): SecretName | undefined {
  switch (question.kind) {
    case 'password':
    case 'sudo-password':
      return { kind: question.kind, of: `${question.user}@${question.host}` };
    case 'passphrase':
      return { kind: 'passphrase', of: question.file };
    case 'git-password':
      return { kind: 'git-password', of: `${question.user} ${question.url}` };
    default:
      return undefined;
  }
}
