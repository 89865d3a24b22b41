import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ParityCheck } from '../../../../shared/model/result.ts';
import { Panel } from '../../../components/panel.tsx';
import { Said, useSay } from '../../../i18n/said.tsx';
import classes from '../run.module.css';
import { type Row, sideBySide } from './side-by-side.ts';

/** One check: both answers beside each other, and what was left out of the comparison. */
export function CheckSides({ check }: { check: ParityCheck }) {
  const { t } = useTranslation();
  const say = useSay();
  // Of these alone both sides are the engine's words; elsewhere they are answers, which stay as they came.
  const shown = check.protocol === 'stop' || check.protocol === 'zombies' ? say : (text: string) => text;
  const rows = sideBySide(shown(check.server), shown(check.container));
  const leftOut = check.leftOut ?? [];
  return (
    <Panel title={say(check.title)} description={say(check.detail)}>
      <div className={classes.sides}>
        <Side title={t('run.parity.server')} rows={rows} side="server" />
        <Side title={t('run.parity.container')} rows={rows} side="container" />
      </div>
      {leftOut.length === 0 ? null : (
        <>
          <Text size="sm" fw={600} mt="sm">
            {t('run.parity.leftOut')}
          </Text>
          <List size="sm">
            {leftOut.map((text) => (
              <List.Item key={text}>
                <Said text={text} />
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Panel>
  );
}

function Side({ title, rows, side }: { title: string; rows: readonly Row[]; side: 'server' | 'container' }) {
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is to be reached by keyboard */}
      <pre className={classes.side} tabIndex={0}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and their order never changes
          <div key={index} className={classes.line} data-changed={row.changed || undefined}>
            {row[side] ?? ''}
          </div>
        ))}
      </pre>
    </div>
  );
}
