/** The decision of the plan that a line comes from. */
export type Topic =
  | 'base'
  | 'packages'
  | 'app'
  | 'payload'
  | 'entrypoint'
  | 'environment'
  | 'ports'
  | 'data'
  | 'stop'
  | 'user'
  | 'workingDirectory'
  | 'command'
  | 'project'
  | 'service'
  | 'image'
  | 'hostname'
  | 'network'
  | 'init'
  | 'config'
  | 'shared'
  | 'secrets'
  | 'health'
  | 'restart'
  | 'limits'
  | 'needs'
  | 'labels'
  /** Written by a person: the plan knows nothing of it. */
  | 'own';

export interface Reason {
  /** What it is about, where a line is about several things: a port, a variable, a path. */
  subject?: string;
  /** The plan's sentence, in the plan's language. */
  text: string;
}

/** Why a line, or a few lines, stand in a generated file. */
export interface LineReason {
  /** From 1; the comment above belongs to what it explains. */
  first: number;
  last: number;
  /** The line that is marked. */
  mark: number;
  topic: Topic;
  workload?: string;
  reasons: Reason[];
  /** Changed since it was generated. */
  changed: boolean;
}

/** The narrowest reason that holds for a line. */
export function reasonAt(reasons: readonly LineReason[], line: number): LineReason | undefined {
  const around = reasons.filter(({ first, last }) => first <= line && line <= last);
  return around.sort((a, b) => a.last - a.first - (b.last - b.first))[0];
}

/** Sentences without those that are there already. */
export function distinct(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ subject, text }) => {
    const key = `${subject ?? ''}\n${text}`;
    return text !== '' && !seen.has(key) && seen.add(key);
  });
}
