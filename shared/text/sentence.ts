/**
 * Marks what the engine says to a person. The text stays plain English: plans, exports and the command line keep it so.
 * The mark is for the check that every such sentence has a translation (scripts/sentences/), and thus each template
 * stands in the source as a person reads it: no sentence is put together from parts of sentences, but a part that is a
 * sentence itself may be named by a placeholder.
 */
export function sentence(words: TemplateStringsArray, ...parts: (string | number | undefined)[]): string {
  return words.reduce((text, word, index) => `${text}${parts[index - 1]}${word}`);
}
