import type { ParseKeys, TFunction } from 'i18next';
import type { editor } from 'monaco-editor/editor';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Breach } from '../../../shared/dockerfile/rules.ts';
import { severities } from '../severities.ts';

interface Found {
  diagnostics: Diagnostic[];
  breaches: Breach[];
}

/** Problems in the words of the app; the language service's own are English alone. */
export function toMarkers({ diagnostics, breaches }: Found, text: Lines, translate: TFunction): editor.IMarkerData[] {
  return [
    ...diagnostics.map((diagnostic) => fromDiagnostic(diagnostic, text, translate)),
    ...breaches.map((breach) => fromBreach(breach, text, translate)),
  ];
}

/** What is needed of a file's text. */
type Lines = Pick<editor.ITextModel, 'getValueInRange' | 'getLineMaxColumn' | 'getLineFirstNonWhitespaceColumn'>;

function fromDiagnostic(diagnostic: Diagnostic, text: Lines, translate: TFunction): editor.IMarkerData {
  const { start, end } = diagnostic.range;
  const range = {
    startLineNumber: start.line + 1,
    startColumn: start.character + 1,
    endLineNumber: end.line + 1,
    endColumn: end.character + 1,
  };
  const key = `dockerfile.problem.${diagnostic.code}` as ParseKeys; // the service's closed list of codes
  const message = translate(key, { text: text.getValueInRange(range), defaultValue: diagnostic.message });
  const severity = diagnostic.severity === 1 ? severities.error : severities.warning;
  return { ...range, severity, message, source: 'Dockerfile' };
}

function fromBreach({ rule, severity, first, last }: Breach, text: Lines, translate: TFunction): editor.IMarkerData {
  return {
    startLineNumber: first,
    startColumn: text.getLineFirstNonWhitespaceColumn(first) || 1,
    endLineNumber: last,
    endColumn: text.getLineMaxColumn(last),
    severity: severities[severity],
    message: translate(`dockerfile.rule.${rule}`),
    source: rule,
  };
}
