import { sentence } from '../../../../shared/text/sentence.ts';
import type { RemoteHost } from '../../remote/remote-host.ts';
import { bytesOfText } from '../../text/byte-text.ts';
import { garbled, runScript } from './run-script.ts';
import script from './survey.sh?raw';
import { parseSurvey, type Survey } from './survey-output.ts';

export interface SurveyRequest {
  packages: string[];
  trees: string[];
  paths: string[];
  /** Directories whose trees stay out, and everything that these literal paths hold. */
  prune: string[];
}

/** Describes files of the server: one exec, read-only. What does not exist is missing from the answer. */
export async function survey(host: RemoteHost, request: SurveyRequest, signal: AbortSignal): Promise<Survey> {
  const output = await runScript(host, script, encodeSurveyRequest(request), signal);
  const answer = parseSurvey(output);
  if (answer === undefined) throw garbled(host.label, sentence`the survey of files`);
  return answer;
}

export function encodeSurveyRequest(request: SurveyRequest): Buffer {
  const lines = [
    ...request.prune.map((path) => escapeForPrintf(path.replace(/[\\*?[\]]/g, '\\$&'))),
    '.',
    ...request.packages.filter(isPackageName),
    '.',
    ...request.trees.filter(isAbsolute).map(escapeForPrintf),
    '.',
    '',
  ];
  return bytesOfText(
    lines.join('\n') +
      request.paths
        .filter(isAbsolute)
        .map((path) => `${path}\0`)
        .join(''),
  );
}

/** As dpkg, rpm and apk name packages; anything else could be read as a path or an option on the server. */
export function isPackageName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9+._-]*$/.test(name);
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') && !path.includes('\0');
}

/** Every byte but the harmless ones as `\0ooo`, which printf's %b turns back in every POSIX shell. */
function escapeForPrintf(text: string): string {
  let escaped = '';
  for (const byte of bytesOfText(text)) {
    const character = String.fromCharCode(byte);
    escaped += /[A-Za-z0-9/._+-]/.test(character) ? character : `\\0${byte.toString(8).padStart(3, '0')}`;
  }
  // A path never starts with a dot, so no line is taken for the end mark.
  return escaped;
}
