import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../components/copy-button.tsx';
import { Said } from '../i18n/said.tsx';
import classes from './job-panel.module.css';
import type { LogLine } from './job-state.ts';

const lineHeight = 20;

/** The lines of a job; follows the end for as long as one stays there. */
export function LogView({
  lines,
  logged,
  height = 260,
}: {
  lines: readonly LogLine[];
  logged: number;
  height?: number;
}) {
  const { t } = useTranslation();
  const viewport = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => lineHeight,
    overscan: 12,
    getItemKey: (index) => lines[index]?.id ?? index,
  });
  useEffect(() => {
    if (atEnd.current && lines.length > 0) rows.scrollToIndex(lines.length - 1, { align: 'end' });
  }, [lines, rows]);

  if (lines.length === 0) return <p className={classes.logEmpty}>{t('jobs.logEmpty')}</p>;
  return (
    <div className={classes.log}>
      <div className={classes.logTools}>
        <CopyButton value={lines.map((line) => line.text).join('\n')} label={t('jobs.copyLog')} />
      </div>
      <div
        ref={viewport}
        className={classes.logLines}
        style={{ height }}
        role="log"
        aria-label={t('jobs.log')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is to be reached by keyboard (axe: scrollable-region-focusable)
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < lineHeight * 2;
        }}
      >
        {logged > lines.length ? <p className={classes.logCut}>{t('jobs.logCut')}</p> : null}
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map((row) => {
            const line = lines[row.index];
            return line === undefined ? null : (
              <div
                key={row.key}
                className={classes.line}
                data-level={line.level}
                style={{ transform: `translateY(${row.start}px)`, height: lineHeight }}
              >
                {line.workload === undefined ? null : <span className={classes.lineFrom}>{line.workload}</span>}
                {line.level === 'warning' ? <Said text={line.text} /> : line.text}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
