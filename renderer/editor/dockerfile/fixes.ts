import type { DockerfileLanguageService } from 'dockerfile-language-service';
import type { Diagnostic, Range, TextEdit } from 'vscode-languageserver-types';

/** The service's commands, which say what they do in English alone, by the names of our texts for them. */
const fixes = {
  'docker.command.convertToLowercase': 'lowerCase',
  'docker.command.convertToUppercase': 'upperCase',
  'docker.command.removeExtraArgument': 'extraArgument',
  'docker.command.directiveToBacktick': 'backtick',
  'docker.command.directiveToBackslash': 'backslash',
  'docker.command.flagToChown': 'chown',
  'docker.command.flagToCopyFrom': 'from',
  'docker.command.flagToHealthcheckInterval': 'interval',
  'docker.command.flagToHealthcheckRetries': 'retries',
  'docker.command.flagToHealthcheckStartPeriod': 'startPeriod',
  'docker.command.flagToHealthcheckTimeout': 'timeout',
  'docker.command.removeEmptyContinuationLine': 'emptyLine',
  'docker.command.convertToAS': 'as',
} as const;

type FixName = (typeof fixes)[keyof typeof fixes];

export interface Fix {
  name: FixName;
  edits: TextEdit[];
}

/** What the service can mend of the problems that touch a range. */
export function fixesOf(service: DockerfileLanguageService, uri: string, text: string, range: Range): Fix[] {
  const diagnostics = service.validate(text).filter((one) => touches(one, range));
  return service.computeCodeActions({ uri }, range, { diagnostics }).flatMap(({ command, arguments: args = [] }) => {
    const name = Object.hasOwn(fixes, command) ? fixes[command as keyof typeof fixes] : undefined;
    return name === undefined ? [] : [{ name, edits: service.computeCommandEdits(text, command, args) }];
  });
}

function touches({ range: { start, end } }: Diagnostic, range: Range): boolean {
  return start.line <= range.end.line && range.start.line <= end.line;
}
