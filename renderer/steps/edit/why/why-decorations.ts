import type { TFunction } from 'i18next';
import type { editor } from 'monaco-editor/editor';
import classes from '../../../editor/editor.module.css';
import type { LineReason } from './line-reason.ts';

/** A mark in the margin of each first line that a decision led to, with the reason when the pointer is on it. */
export function whyDecorations(reasons: readonly LineReason[], t: TFunction): editor.IModelDeltaDecoration[] {
  return reasons.map((reason) => ({
    range: { startLineNumber: reason.mark, startColumn: 1, endLineNumber: reason.mark, endColumn: 1 },
    options: {
      glyphMarginClassName: reason.changed
        ? `codicon codicon-edit ${classes.why} ${classes.whyChanged}`
        : `codicon codicon-question ${classes.why}`,
      glyphMarginHoverMessage: hoverLines(reason, t).map((value) => ({ value, isTrusted: false, supportHtml: false })),
    },
  }));
}

/** What the hover says, in Markdown. Reasons hold names from the server: they stand as text, never as markup. */
export function hoverLines({ topic, reasons, changed }: LineReason, t: TFunction): string[] {
  const said = reasons
    .slice(0, 5)
    .map(({ subject, text }) => `- ${subject === undefined ? '' : `${asCode(subject)}: `}${asText(text)}`);
  return [
    `**${t(`edit.why.topic.${topic}.title`)}**  \n${t(`edit.why.topic.${topic}.text`)}`,
    ...(said.length === 0 ? [] : [said.join('\n')]),
    ...(changed ? [t('edit.why.changed')] : []),
  ];
}

/** In one line: code that a blank line breaks is none any more. */
function asCode(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('`', "'")}\``;
}

function asText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&$:]/g, '\\$&');
}
