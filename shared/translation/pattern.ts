/**
 * What a part of a sentence is, and so how a translation shows it. `name`: as it stands. `word`, `path`: the same, but
 * without a space, or absolute, so that a short pattern does not take for the engine's what somebody else says. `text`:
 * translated where it is known. `known`: the pattern holds only for a part that is known. `list`: several texts with
 * commas between them.
 */
export type PartKind = 'name' | 'word' | 'path' | 'text' | 'known' | 'list';

/** Where a translation puts a part of the sentence: `{0}` or, with its kind, `{0:text}`. */
export interface Place {
  index: number;
  kind: PartKind;
}

/** A sentence of the engine with its translation, ready to be matched. */
export interface Pattern {
  /** The words between the placeholders, in order. */
  words: readonly string[];
  /** The translation: its words, and the places between them. */
  translation: readonly (string | Place)[];
  /** How much of a text it pins down: of several that fit, the one with most letters of its own says what a text is. */
  weight: number;
  expression: RegExp;
}

const placeOf = /(\{\d+(?::\w+)?\})/;

/** Reads an entry of a catalogue: `needed by {0}` and, say, `{0} 需要它`. */
export function readPattern(english: string, translated: string): Pattern {
  const words = wordsOf(english);
  const translation = readTranslation(translated);
  const kinds = new Map(
    translation.flatMap((piece): [number, PartKind][] =>
      typeof piece === 'string' ? [] : [[piece.index, piece.kind]],
    ),
  );
  const expression = words.map((word, at) => (at === 0 ? escaped(word) : shapeOf(kinds.get(at - 1)) + escaped(word)));
  return {
    words,
    translation,
    weight: words.join('').length,
    expression: new RegExp(`^${expression.join('')}$`),
  };
}

/** The words of a catalogue's key between its placeholders. */
export function wordsOf(english: string): string[] {
  return english.split(/\{\d+\}/);
}

/** A translation as its words and places. */
export function readTranslation(translation: string): (string | Place)[] {
  return translation.split(placeOf).flatMap((piece): (string | Place)[] => {
    const place = /^\{(\d+)(?::(name|word|path|text|known|list))?\}$/.exec(piece);
    if (place !== null) return [{ index: Number(place[1]), kind: (place[2] ?? 'name') as PartKind }]; // as the expression says
    return piece === '' ? [] : [piece];
  });
}

function shapeOf(kind: PartKind | undefined): string {
  if (kind === 'path') return '(/\\S*?)';
  // Of a sentence that a longer one holds, as much as there is: it may hold the words that follow it, too.
  if (kind === 'known') return '([^]*)';
  return kind === 'word' ? '(\\S*?)' : '([^]*?)';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
