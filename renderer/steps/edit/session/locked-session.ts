import type { EditSession } from './edit-session.ts';

/** The same session where nothing can be written: texts open and close, and what was not saved stays a draft. */
export function lockedSession(session: EditSession): EditSession {
  const nothing = async () => undefined;
  return {
    ...session,
    ...{ save: nothing, saveAll: nothing, revert: nothing, remove: nothing },
    create: async () => false,
  };
}
