import { type ContractRouterClient, oc } from '@orpc/contract';
import { z } from 'zod';
import { preferencesContract, secretsContract, shellContract } from '../../shared/contract/shell.ts';
import { secretNameSchema } from '../../shared/model/secret-name.ts';

/** What is kept under a name. `unreadable`: something is, and the keychain does not open it. */
const recalledSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('known'), value: z.string() }),
  z.object({ kind: z.literal('unreadable') }),
]);
export type Recalled = z.infer<typeof recalledSchema>;

/**
 * What the engine's process asks of whatever surrounds the page: the shell's parts of the contract, which it hands on,
 * and the kept secrets, which stop here. In the app it is spoken between the engine's process and the window's.
 */
export const shellPortContract = {
  shell: shellContract,
  preferences: preferencesContract,
  secrets: {
    ...secretsContract,
    /** The kept secret of that name; never offered to the page. */
    recall: oc.input(z.object({ name: secretNameSchema })).output(recalledSchema),
  },
};

export type ShellPort = ContractRouterClient<typeof shellPortContract>;
