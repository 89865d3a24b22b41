/** One instruction of a Dockerfile: continued lines joined, comments between them left out. */
export interface Instruction {
  /** Upper case. */
  keyword: string;
  /** What follows the keyword, on one line; a here-document's body is not part of it. */
  text: string;
  /** The physical lines that belong to it, with their numbers from 1. */
  lines: { number: number; text: string }[];
  /** The number of the first line of its here-documents, where it has any: from there on, every character counts. */
  documents?: number;
}

interface Cursor {
  lines: string[];
  index: number;
}

/** The instructions of a Dockerfile as its builder reads them; unknown keywords too, nothing is judged here. */
export function parseInstructions(dockerfile: string): Instruction[] {
  const lines = dockerfile.split(/\r?\n/);
  const continued = continuation(lines);
  const cursor: Cursor = { lines, index: 0 };
  const instructions: Instruction[] = [];
  while (cursor.index < lines.length) {
    if (isSkipped(lines[cursor.index] ?? '')) cursor.index += 1;
    else instructions.push(readInstruction(cursor, continued));
  }
  return instructions;
}

function readInstruction(cursor: Cursor, continued: RegExp): Instruction {
  const lines: Instruction['lines'] = [];
  let joined = '';
  for (; cursor.index < cursor.lines.length; cursor.index += 1) {
    const text = cursor.lines[cursor.index] ?? '';
    if (lines.length > 0 && isSkipped(text)) continue;
    lines.push({ number: cursor.index + 1, text });
    joined += text.replace(continued, '');
    if (!continued.test(text)) break;
  }
  cursor.index += 1;
  const [, keyword = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(joined) ?? [];
  const instruction: Instruction = { keyword: keyword.toUpperCase(), text: rest.trim(), lines };
  readHereDocuments(cursor, instruction);
  return instruction;
}

/** The bodies of `<<WORD` up to the line that is the word alone; the lines belong to the instruction. */
function readHereDocuments(cursor: Cursor, instruction: Instruction): void {
  if (!/^(?:ONBUILD )?(?:RUN|COPY|ADD) /i.test(`${instruction.keyword} ${instruction.text} `)) return;
  for (const [, tabs, word] of instruction.text.matchAll(/(?:^|\s)\d*<<(-?)["']?([A-Za-z_][\w.]*)["']?/g)) {
    instruction.documents ??= cursor.index + 1;
    for (let ended = false; !ended && cursor.index < cursor.lines.length; cursor.index += 1) {
      const text = cursor.lines[cursor.index] ?? '';
      instruction.lines.push({ number: cursor.index + 1, text });
      ended = (tabs === '-' ? text.replace(/^\t+/, '') : text) === word;
    }
  }
}

function isSkipped(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

/** The parser directive `escape` makes the backtick the sign of a continued line; it counts at the top alone. */
export function continuation(lines: readonly string[]): RegExp {
  for (const line of lines) {
    const [, name, value] = /^#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    if (name === undefined) break;
    if (name.toLowerCase() === 'escape' && value === '`') return /`[ \t]*$/;
  }
  return /\\[ \t]*$/;
}

/** First and last line of an instruction, from 1. */
export function rangeOf(instruction: Instruction): { first: number; last: number } {
  const first = instruction.lines[0]?.number ?? 1;
  return { first, last: instruction.lines.at(-1)?.number ?? first };
}
