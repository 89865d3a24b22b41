import { parseInstructions } from './instructions.ts';

/** Where a build stage is named; line and columns from 1, `end` is the column after it. */
export interface StageMention {
  /** Lower case: Docker does not tell `Build` from `build`. */
  stage: string;
  line: number;
  start: number;
  end: number;
  declares: boolean;
}

const patterns = [
  { keyword: 'FROM', declares: true, pattern: /[ \t]AS[ \t]+(\S+)[ \t]*$/gi },
  { keyword: 'FROM', declares: false, pattern: /^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*([^\s$\\`]+)/gi },
  { keyword: 'COPY', declares: false, pattern: /[ \t]--from=([^\s$]+)/gi },
  { keyword: 'RUN', declares: false, pattern: /[ \t]--mount=(?:\S*,)?from=([^\s,$]+)/gi },
] as const;

/** Every place that names a stage of a Dockerfile: where it is declared, and where a later line takes something of it. */
export function stageMentions(dockerfile: string): StageMention[] {
  const mentions: StageMention[] = [];
  const declared = new Set<string>();
  for (const { keyword, lines, documents = Number.POSITIVE_INFINITY } of parseInstructions(dockerfile)) {
    const found = lines
      .filter(({ number }) => number < documents)
      .flatMap(({ number, text }) => mentionsIn(keyword, number, text))
      .filter(({ stage, declares }) => declares || declared.has(stage));
    mentions.push(...found);
    for (const { stage, declares } of found) if (declares) declared.add(stage);
  }
  return mentions;
}

function mentionsIn(keyword: string, line: number, text: string): StageMention[] {
  return patterns
    .filter((one) => one.keyword === keyword)
    .flatMap(({ declares, pattern }) =>
      [...text.matchAll(pattern)].map((match) => {
        const [whole, name = ''] = match;
        // The name is the last part of what matches, but for spaces at the end.
        const start = match.index + whole.lastIndexOf(name) + 1;
        return { stage: name.toLowerCase(), line, start, end: start + name.length, declares };
      }),
    );
}

/** All mentions of the stage that is named at a place; none where no stage is named there. */
export function stageAt(dockerfile: string, line: number, column: number): StageMention[] {
  const all = stageMentions(dockerfile);
  const here = all.find((one) => one.line === line && one.start <= column && column <= one.end);
  return here === undefined ? [] : all.filter(({ stage }) => stage === here.stage);
}

/** What BuildKit takes for the name of a stage. */
export function isStageName(name: string): boolean {
  return /^[a-z][a-z0-9._-]*$/i.test(name);
}
