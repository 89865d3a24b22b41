import { isStep, type Step } from './steps.ts';

/** Where the window is: a page, and the folder of the project that is open. */
export interface Place {
  step: Step;
  directory: string | undefined;
}

/** `#/plan?project=/home/engineer/portal`: kept in the address, so that a reload comes back to it. */
export function placeToHash({ step, directory }: Place): string {
  const query = directory === undefined ? '' : `?${new URLSearchParams({ project: directory })}`;
  return `#/${step}${query}`;
}

/** Undefined where the text names no page. */
export function hashToPlace(hash: string): Place | undefined {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  if (!isStep(path)) return undefined;
  return { step: path, directory: new URLSearchParams(query).get('project') ?? undefined };
}
