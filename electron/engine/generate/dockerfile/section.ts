import { wrap } from '../one-line.ts';

/** One instruction and the sentence that says why it is there. */
export interface Section {
  why: string;
  instruction: string;
}

const COMMENT_WIDTH = 110;

export function formatSections(sections: Section[]): string {
  return sections.map((section) => `${comment(section.why)}\n${section.instruction}`).join('\n\n');
}

export function comment(text: string): string {
  return wrap(text, COMMENT_WIDTH)
    .map((line) => `# ${line}`)
    .join('\n');
}
