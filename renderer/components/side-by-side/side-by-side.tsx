import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changesWithin, sideBySide } from './rows.ts';
import classes from './side-by-side.module.css';

interface SideBySideProps {
  left: { title: string; text: string };
  right: { title: string; text: string };
  /** How many lines around a change are shown; the whole texts where it is not named. */
  around?: number;
}

/** Two texts beside each other, with the lines that differ marked. */
export function SideBySide({ left, right, around }: SideBySideProps) {
  const all = sideBySide(left.text, right.text);
  const rows = around === undefined ? all : changesWithin(all, around);
  return (
    <div className={classes.sides}>
      <Side title={left.title} rows={rows} side="left" />
      <Side title={right.title} rows={rows} side="right" />
    </div>
  );
}

function Side({
  title,
  rows,
  side,
}: {
  title: string;
  rows: ReturnType<typeof changesWithin>;
  side: 'left' | 'right';
}) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is to be reached by keyboard */}
      <pre className={classes.side} tabIndex={0}>
        {rows.map((row, index) =>
          'leftOut' in row ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and their order never changes
            <div key={index} className={classes.leftOut}>
              {t('components.sideBySide.leftOut', { count: row.leftOut })}
            </div>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and their order never changes
            <div key={index} className={classes.line} data-changed={row.changed || undefined}>
              {row[side] ?? ''}
            </div>
          ),
        )}
      </pre>
    </div>
  );
}
