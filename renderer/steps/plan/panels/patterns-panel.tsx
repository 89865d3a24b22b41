import { ActionIcon, Code, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../../shared/model/plan.ts';
import { Panel } from '../../../components/panel.tsx';
import { useStable } from '../../../components/use-stable.ts';
import { Said, useSay } from '../../../i18n/said.tsx';
import { addPath, excludePattern } from '../files/selection.ts';
import { isServerPath } from '../files/server-path.ts';
import { byHand, useChangeWorkload } from '../plan-context.tsx';
import { AddLine } from './add-line.tsx';

/** Leaving out by pattern, taking that back, and adding what the plan did not think of. */
export const PatternsPanel = memo(function PatternsPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const change = useChangeWorkload(workload.name);
  const { exclude } = workload.files;
  const [usualShown, setUsualShown] = useState(false);
  const mine = exclude.filter(({ reason }) => reason === byHand);
  const usual = exclude.filter(({ reason }) => reason !== byHand);
  const drop = useStable((pattern: string) =>
    change(
      (one) => ({
        ...one,
        files: { ...one.files, exclude: one.files.exclude.filter((other) => other.pattern !== pattern) },
      }),
      t('plan.changes.include', { path: pattern }),
    ),
  );
  return (
    <>
      <Panel title={t('plan.files.excludes')}>
        <Stack gap="xs">
          <Patterns patterns={mine} onDrop={drop} />
          <AddLine
            label={t('plan.files.pattern')}
            help={t('plan.files.patternHelp')}
            button={t('plan.files.addPattern')}
            isValid={(pattern) => pattern.trim() !== ''}
            onAdd={(pattern) =>
              change(
                (one) => ({ ...one, files: excludePattern(one.files, pattern.trim(), byHand) }),
                t('plan.changes.exclude', { path: pattern }),
              )
            }
          />
          {usual.length === 0 ? null : (
            <details onToggle={(event) => setUsualShown(event.currentTarget.open)}>
              <Text component="summary" size="sm" c="dimmed" style={{ cursor: 'pointer' }}>
                {t('plan.files.usual', { count: usual.length })}
              </Text>
              {usualShown ? <Patterns patterns={usual} onDrop={drop} /> : null}
            </details>
          )}
        </Stack>
      </Panel>
      <Panel title={t('plan.files.add')}>
        <AddLine
          label={t('plan.files.addLabel')}
          help={`${t('plan.files.addHelp')} ${t('plan.files.addNote')}`}
          button={t('plan.files.addPath')}
          wrong={t('plan.files.badPath')}
          isValid={isServerPath}
          onAdd={(path) =>
            change(
              (one) => ({ ...one, files: addPath(one.files, path.replace(/\/$/, ''), 'tree', byHand) }),
              t('plan.changes.add', { path }),
            )
          }
        />
      </Panel>
    </>
  );
});

interface PatternsProps {
  patterns: Workload['files']['exclude'];
  onDrop: (pattern: string) => void;
}

function Patterns({ patterns, onDrop }: PatternsProps) {
  return patterns.map(({ pattern, reason }) => (
    <Pattern key={pattern} pattern={pattern} reason={reason} onDrop={onDrop} />
  ));
}

interface PatternProps {
  pattern: string;
  reason: string;
  onDrop: (pattern: string) => void;
}

/** There are a hundred of them, and a box that is ticked changes one at most. */
const Pattern = memo(function Pattern({ pattern, reason, onDrop }: PatternProps) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <Group gap={4} wrap="nowrap">
      <Text size="sm" flex={1} title={say(reason)} style={{ overflowWrap: 'anywhere' }}>
        <Code>{pattern}</Code> {reason === byHand ? null : <Said text={reason} />}
      </Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('plan.files.dropPattern', { pattern })}
        onClick={() => onDrop(pattern)}
      >
        <IconX size={14} />
      </ActionIcon>
    </Group>
  );
});
