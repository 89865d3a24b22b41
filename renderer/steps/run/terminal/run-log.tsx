import { IconTerminal2 } from '@tabler/icons-react';
import type { Terminal as Xterm } from '@xterm/xterm';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useSay } from '../../../i18n/said.tsx';
import type { LogLine } from '../../../jobs/job-state.ts';
import { plainText } from './plain-text.ts';
import { Terminal } from './terminal.tsx';

/** The log of a run as a terminal: it follows the end, unless one scrolled up. */
export function RunLog({ lines, running }: { lines: readonly LogLine[]; running: boolean }) {
  const { t } = useTranslation();
  const say = useSay();
  const shown = useRef<{ terminal: Xterm; next: number }>(undefined);
  const newest = useRef(lines);
  newest.current = lines;
  const connect = useCallback(
    (terminal: Xterm) => {
      shown.current = { terminal, next: 0 };
      writeFrom(shown.current, newest.current, say);
      return () => {
        shown.current = undefined;
      };
    },
    [say],
  );
  useEffect(() => {
    if (shown.current !== undefined) writeFrom(shown.current, lines, say);
  }, [lines, say]);
  if (lines.length === 0)
    return <EmptyState icon={<IconTerminal2 size={28} />} title={t(running ? 'jobs.logEmpty' : 'run.log.empty')} />;
  return <Terminal label={t('run.log.title')} connect={connect} />;
}

/** Writes the lines that are not there yet; a log that began anew replaces the one before. */
function writeFrom(shown: { terminal: Xterm; next: number }, lines: readonly LogLine[], say: Say): void {
  const last = lines.at(-1);
  if (last !== undefined && last.id + 1 < shown.next) {
    shown.terminal.reset();
    shown.next = 0;
  }
  for (const line of lines) {
    if (line.id < shown.next) continue;
    shown.terminal.writeln(styled(line, say));
    shown.next = line.id + 1;
  }
}

// Gray of the palette, not faint: xterm fades that below what can be read.
const dim = '\u001b[90m';
const yellow = '\u001b[33m';
const plain = '\u001b[0m';

type Say = (text: string) => string;

/** A warning is the engine's; the other lines are a record of what others said, and stay as they are. */
function styled({ level, workload, text }: LogLine, say: Say): string {
  const where = workload === undefined ? '' : `${dim}${plainText(workload)}${plain} `;
  const color = level === 'warning' ? yellow : '';
  return `${where}${color}${plainText(level === 'warning' ? say(text) : text).replace(/\n$/, '')}${plain}`;
}
