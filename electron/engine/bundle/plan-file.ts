import { LineCounter, parseDocument, stringify } from 'yaml';
import { SlipwayError } from '../../../shared/errors.ts';
import { type Plan, planSchema } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { PLAN_FILE } from './layout.ts';

const HEADER = `# The plan: every decision about this migration, and why. Change it, then run \`slipway build\` in this folder.
`;

/** The plan as the text of slipway.yaml; the same plan gives the same text. */
export function serialisePlan(plan: Plan): string {
  return (
    HEADER + stringify(planSchema.parse(plan), { lineWidth: 120, aliasDuplicateObjects: false, compat: 'yaml-1.1' })
  );
}

/**
 * Reads slipway.yaml. Rejects with `bundle.invalid`, naming the first line that is wrong and what is wrong with it.
 */
export function parsePlan(text: string): Plan {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const [error] = document.errors;
  if (error !== undefined) throw invalid(lineCounter.linePos(error.pos[0]).line, error.message);
  const result = planSchema.safeParse(toPlain(document));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  const where = path.length === 0 ? '' : `${path.join('.')}: `;
  throw invalid(lineOf(document, path, lineCounter), `${where}${issue?.message ?? 'not a plan'}`);
}

/** The document as plain data. Throws where aliases would blow it up. */
function toPlain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw invalid(1, error instanceof Error ? error.message : String(error));
  }
}

/** The line of the value itself, or, where it is missing, of the nearest thing around it. */
function lineOf(document: ReturnType<typeof parseDocument>, path: PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isRanged(node)) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function invalid(line: number, problem: string): SlipwayError {
  const oneLine = problem.replace(/\s+/g, ' ').replace(/\.$/, '');
  return new SlipwayError('bundle.invalid', `${PLAN_FILE}:${line}: ${oneLine}.`, {
    hint: sentence`Correct line ${line} of ${PLAN_FILE}, or take the last version that worked: git checkout ${PLAN_FILE}`,
  });
}
