import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ParityCheck } from '../../../../shared/model/result.ts';
import { Panel } from '../../../components/panel.tsx';
import { SideBySide } from '../../../components/side-by-side/side-by-side.tsx';
import { Said, useSay } from '../../../i18n/said.tsx';

/** One check: both answers beside each other, and what was left out of the comparison. */
export function CheckSides({ check }: { check: ParityCheck }) {
  const { t } = useTranslation();
  const say = useSay();
  // Of these alone both sides are the engine's words; elsewhere they are answers, which stay as they came.
  const shown = check.protocol === 'stop' || check.protocol === 'zombies' ? say : (text: string) => text;
  const leftOut = check.leftOut ?? [];
  return (
    <Panel title={say(check.title)} description={say(check.detail)}>
      <SideBySide
        left={{ title: t('run.parity.server'), text: shown(check.server) }}
        right={{ title: t('run.parity.container'), text: shown(check.container) }}
      />
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
