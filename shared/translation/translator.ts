import { readPattern } from './pattern.ts';
import { indexPatterns, type Match } from './pattern-index.ts';

/** Sentence of the engine, its placeholders numbered, to its translation. */
export type Catalogue = Readonly<Record<string, string>>;

/** What a language puts between several texts, after a sentence, and between a sentence and a part of it. */
export interface Joints {
  item: string;
  clause: string;
  colon: string;
  sentence: string;
  stop: string;
  attach(left: string, right: string): string;
}

/** Gives the translation of what the engine says; undefined where nothing of a text is known, such as for a path. */
export type Translate = (text: string) => string | undefined;

/** Texts that are remembered; when they are more, memory begins anew. */
const maxRemembered = 20_000;

/** What is longer is no sentence of the engine, but what a server or a build said. */
const longest = 4_000;

/** After the end of one sentence, before what begins another. */
const betweenSentences = /(?<=[.?!]) (?=[\p{Lu}“"/~])/u;

export function makeTranslator(catalogue: Catalogue, joints: Joints): Translate {
  const matchesOf = indexPatterns(Object.entries(catalogue).map(([english, other]) => readPattern(english, other)));
  const remembered = new Map<string, string | undefined>();

  function translate(text: string): string | undefined {
    if (text.length > longest) return undefined;
    if (remembered.has(text)) return remembered.get(text);
    const translated = bySeveral(text, 'all') ?? listed(text) ?? bySentence(text) ?? byParts(text);
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(text, translated);
    return translated;
  }

  function bySentence(text: string): string | undefined {
    for (const match of matchesOf(text)) {
      const filled = fill(match);
      if (filled !== undefined) return filled;
    }
    return undefined;
  }

  /** The translation with its places filled; undefined where a part that has to be known is not. */
  function fill({ pattern, parts }: Match): string | undefined {
    let filled = '';
    for (const piece of pattern.translation) {
      const part = typeof piece === 'string' ? '' : (parts[piece.index] ?? '');
      const shown = typeof piece === 'string' ? piece : inPlace(part, piece.kind);
      if (shown === undefined) return undefined;
      filled = joints.attach(filled, shown);
    }
    return filled;
  }

  function inPlace(part: string, kind: string): string | undefined {
    if (kind === 'text') return translate(part) ?? part;
    if (kind === 'known') return translate(part);
    if (kind === 'list') return translate(part) ?? joined(part.split(', '), joints.item, 'some') ?? part;
    return part;
  }

  /** Lines, clauses or sentences that the engine put one after the other. */
  function bySeveral(text: string, known: 'some' | 'all'): string | undefined {
    return (
      joined(text.split('\n'), '\n', known) ??
      joined(text.split('; '), joints.clause, known) ??
      joined(text.split(betweenSentences), joints.sentence, known)
    );
  }

  /** What the engine puts together of texts of which not all are its own: several, a sentence and a quote, a list. */
  function byParts(text: string): string | undefined {
    return (
      bySeveral(text, 'some') ?? withoutStop(text) ?? beforeColon(text) ?? joined(text.split(', '), joints.item, 'all')
    );
  }

  function listed(text: string): string | undefined {
    return joined(text.split(', '), joints.item, 'all');
  }

  function joined(parts: readonly string[], joint: string, known: 'some' | 'all'): string | undefined {
    if (parts.length === 1) return undefined;
    const translated = parts.map(translate);
    const isKnown = (part: string | undefined) => part !== undefined;
    if (!(known === 'all' ? translated.every(isKnown) : translated.some(isKnown))) return undefined;
    return parts.map((part, at) => translated[at] ?? part).join(joint);
  }

  function withoutStop(text: string): string | undefined {
    const bare = text.endsWith('.') ? translate(text.slice(0, -1)) : undefined;
    return bare === undefined ? undefined : `${bare}${joints.stop}`;
  }

  /** After a colon stands what somebody else said, or more of the engine. */
  function beforeColon(text: string): string | undefined {
    for (let at = text.indexOf(': '); at > 0; at = text.indexOf(': ', at + 1)) {
      const head = listed(text.slice(0, at)) ?? bySentence(text.slice(0, at));
      const rest = text.slice(at + 2);
      if (head !== undefined) return `${head}${joints.colon}${translate(rest) ?? rest}`;
    }
    return undefined;
  }

  return translate;
}
