import { PARITY_SENTENCES } from './parity-sentences.ts';
import { PLAN_SENTENCES } from './plan-sentences.ts';

const SENTENCES = [...PARITY_SENTENCES, ...PLAN_SENTENCES];

/** A sentence of the engine in Chinese; undefined where none is known, such as for a path. */
export function chinese(text: string): string | undefined {
  const sentence = SENTENCES.find(([english]) => english.test(text));
  if (sentence === undefined) return undefined;
  const [english, translation] = sentence;
  return translation.replace(/\$(\d)/g, (_, group: string) => {
    const part = english.exec(text)?.[Number(group)] ?? '';
    return chinese(part) ?? part;
  });
}
