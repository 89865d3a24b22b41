import ts from 'typescript';
import { isMarked, placeOf } from './marked-sentences.ts';

/** Properties that hold what a person reads, wherever they stand in the engine. */
const readByPeople = new Set([
  'advice',
  'change',
  'commandReason',
  'detail',
  'found',
  'hint',
  'note',
  'observation',
  'reason',
  'symptom',
  'text',
  'title',
  'what',
  'why',
]);

/** Documents of a bundle speak both languages themselves; of what makes them, errors alone are sentences of the engine. */
const documents = /^electron\/engine\/generate\//;

/**
 * What looks like a sentence for a person and is not marked with the tag `sentence`: an argument or the hint of a
 * SlipwayError, a property that people read, or words from a capital to a full stop. A single word may be a name and is
 * not complained about.
 */
export function unmarkedSentences(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (isMarked(node)) return node.template.forEachChild((child) => void visit(child));
    if (isText(node) && hasWords(node) && isForPeople(node, source)) {
      found.push(`${placeOf(node, source)} ${node.getText(source)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isText(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** The words that stand in the source; what is put in between is somebody else's. */
function wordsOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

function hasWords(node: ts.StringLiteralLike | ts.TemplateExpression): boolean {
  return /\p{L}{2,}[,;:]? \p{L}|(?:^|[ …])\p{L}{2,} …|… \p{L}{2,}/u.test(wordsOf(node));
}

function isForPeople(node: ts.StringLiteralLike | ts.TemplateExpression, source: ts.SourceFile): boolean {
  const owner = ownerOf(node);
  if (ts.isNewExpression(owner)) return isSlipwayError(owner);
  if (documents.test(source.fileName)) return isInError(owner);
  if (ts.isPropertyAssignment(owner) && readByPeople.has(owner.name.getText(source))) return true;
  return isWholeSentence(wordsOf(node)) && !ts.isCallExpression(owner);
}

function isWholeSentence(words: string): boolean {
  return /^\p{Lu}\p{Ll}*(?:['’]s)? .+ .+[.?!]$/u.test(words);
}

/** What takes the text, through whatever chooses or joins it. */
function ownerOf(node: ts.Node): ts.Node {
  const { parent } = node;
  const passes =
    ts.isConditionalExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isTemplateSpan(parent) ||
    ts.isTemplateExpression(parent) ||
    ts.isArrowFunction(parent);
  return passes ? ownerOf(parent) : parent;
}

function isInError(node: ts.Node | undefined): boolean {
  if (node === undefined || ts.isFunctionLike(node)) return false;
  return (ts.isNewExpression(node) && isSlipwayError(node)) || isInError(node.parent);
}

function isSlipwayError(node: ts.NewExpression): boolean {
  return ts.isIdentifier(node.expression) && node.expression.text === 'SlipwayError';
}
