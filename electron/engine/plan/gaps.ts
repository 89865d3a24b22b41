import type { Facts } from '../../../shared/model/facts.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { sorted } from '../detectors/support/lists.ts';
import { shownSentence } from '../detectors/support/plain-text.ts';

const reasons: Record<Facts['gaps'][number]['reason'], (what: string) => string> = {
  permission: (what) => sentence`${what}: needs root`,
  'missing-tool': (what) => sentence`${what}: the tool for it is not there`,
  timeout: (what) => sentence`${what}: took too long`,
  truncated: (what) => sentence`${what}: was read in part`,
  unparsable: (what) => sentence`${what}: made no sense`,
};

/** What may be run: an archive of classes needs no right to it. */
function isProgram({ path, mode }: Facts['files'][number]): boolean {
  return (mode & 0o111) !== 0 || /\.(?:[jwe]ar|phar|pyc|pyz|egg|whl|dll|beam)$/i.test(path);
}

/** What could not be read, without process ids: they differ from scan to scan and say nothing to a person. */
export function gapsOf(facts: Facts): string[] {
  const programs = new Set(facts.files.filter(isProgram).map(({ path }) => path));
  // A program is asked whether it is a script; that it is none is an answer.
  const open = facts.gaps.filter(({ reason, subject }) => reason !== 'unparsable' || !programs.has(subject));
  return sorted(
    open.map(({ subject, reason, hint }) => {
      const general = subject.replace(/\/proc\/\d+/g, '/proc/PID').replace(/\b(pid|process) \d+/gi, '$1');
      return shownSentence(
        `${reasons[reason](general)}${hint === undefined ? '' : `. ${hint.replace(/\/proc\/\d+/g, '/proc/PID')}`}`,
      );
    }),
  );
}
