import ts from 'typescript';

export interface MarkedSentence {
  /** The sentence with its placeholders numbered: `needed by {0}`. */
  pattern: string;
  /** `electron/engine/plan/closure/package-closure.ts:26` */
  place: string;
}

/** Every sentence of a source that is marked with the tag `sentence`. */
export function markedSentences(source: ts.SourceFile): MarkedSentence[] {
  const found: MarkedSentence[] = [];
  const visit = (node: ts.Node) => {
    if (isMarked(node)) found.push({ pattern: patternOf(node.template), place: placeOf(node, source) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export function isMarked(node: ts.Node): node is ts.TaggedTemplateExpression {
  return ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'sentence';
}

/** Where a node begins, as editors understand it. */
export function placeOf(node: ts.Node, source: ts.SourceFile): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

function patternOf(template: ts.TemplateLiteral): string {
  if (!ts.isTemplateExpression(template)) return template.text;
  return template.templateSpans.reduce(
    (text, span, index) => `${text}{${index}}${span.literal.text}`,
    template.head.text,
  );
}
