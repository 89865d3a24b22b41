/** What a server was offered so far, and what it made of that. */
export interface Attempts {
  /** The keys that it refused, as a person knows them. */
  keys: string[];
  /** The methods that it takes, as it said last. */
  methods: string[];
  /** What a person answered in the attempt that goes on. */
  current: Answered | undefined;
  /** What was answered and refused, each attempt as JSON: it is not sent a second time. */
  refused: Set<string>;
  /** Whether anything but the account's password was refused. */
  refusedMore: boolean;
  /** It offers keyboard-interactive and then asks nothing. */
  mute: boolean;
  /** Nobody answered when it asked for the password. */
  unanswered: boolean;
  /** A person is being asked right now. */
  asking: boolean;
  /** It was sent a password, an answer or a signature. */
  proven: boolean;
}

interface Answered {
  words: string[];
  passwordAlone: boolean;
}

/** As OpenSSH's NumberOfPasswordPrompts: a mistyped password is no reason to begin anew. */
const mostRefusals = 3;

export function noAttempts(): Attempts {
  const nothing = { keys: [], methods: [], current: undefined, refused: new Set<string>() };
  return { ...nothing, refusedMore: false, mute: false, unanswered: false, asking: false, proven: false };
}

/** Whether a person may be asked once more. */
export function mayAsk({ refused, unanswered }: Attempts): boolean {
  return refused.size < mostRefusals && !unanswered;
}

/** Whether what was answered so far was refused before: then a program answers, and knows no better. */
export function isRepeated({ current, refused }: Attempts): boolean {
  return current !== undefined && refused.has(JSON.stringify(current.words));
}

/** The server goes on to something else, so it refused what was answered last, unless that was a part of what it wants. */
export function judgeAnswers(attempts: Attempts, partial: boolean): void {
  const { current } = attempts;
  attempts.current = undefined;
  if (current === undefined || partial) return;
  if (current.words.length === 0) {
    attempts.mute = true;
    return;
  }
  attempts.refused.add(JSON.stringify(current.words));
  attempts.refusedMore ||= !current.passwordAlone;
}
