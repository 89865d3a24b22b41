/** What the engine says in English, and the same in Chinese; `$1` is the first part that varies. */
export type Sentence = readonly [english: RegExp, chinese: string];
