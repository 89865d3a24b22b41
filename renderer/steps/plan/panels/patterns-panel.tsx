import { ActionIcon, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../../shared/model/plan.ts';
import { Panel } from '../../../components/panel.tsx';
import { addPath, excludePattern } from '../files/selection.ts';
import { isServerPath } from '../files/server-path.ts';
import { byHand, useChangeWorkload } from '../plan-context.tsx';

/** Leaving out by pattern, taking that back, and adding what the plan did not think of. */
export function PatternsPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const change = useChangeWorkload(workload.name);
  const { exclude } = workload.files;
  const mine = exclude.filter(({ reason }) => reason === byHand);
  const usual = exclude.filter(({ reason }) => reason !== byHand);
  const drop = (pattern: string) =>
    change(
      (one) => ({
        ...one,
        files: { ...one.files, exclude: one.files.exclude.filter((other) => other.pattern !== pattern) },
      }),
      t('plan.changes.include', { path: pattern }),
    );
  return (
    <>
      <Panel title={t('plan.files.excludes')}>
        <Stack gap="xs">
          <Patterns patterns={mine} onDrop={drop} />
          <OneLine
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
            <details>
              <Text component="summary" size="sm" c="dimmed" style={{ cursor: 'pointer' }}>
                {t('plan.files.usual', { count: usual.length })}
              </Text>
              <Patterns patterns={usual} onDrop={drop} />
            </details>
          )}
        </Stack>
      </Panel>
      <Panel title={t('plan.files.add')}>
        <OneLine
          label={t('plan.files.add')}
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
}

interface PatternsProps {
  patterns: Workload['files']['exclude'];
  onDrop: (pattern: string) => void;
}

function Patterns({ patterns, onDrop }: PatternsProps) {
  const { t } = useTranslation();
  return patterns.map(({ pattern, reason }) => (
    <Group key={pattern} gap={4} wrap="nowrap">
      <Text size="sm" flex={1} title={reason} style={{ overflowWrap: 'anywhere' }}>
        <Code>{pattern}</Code> {reason === byHand ? null : reason}
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
  ));
}

interface OneLineProps {
  label: string;
  help: string;
  button: string;
  wrong?: string;
  isValid: (text: string) => boolean;
  onAdd: (text: string) => void;
}

function OneLine({ label, help, button, wrong, isValid, onAdd }: OneLineProps) {
  const [text, setText] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!isValid(text)) return;
    onAdd(text);
    setText('');
  };
  return (
    <form onSubmit={add}>
      <TextInput
        size="xs"
        label={label}
        description={help}
        value={text}
        error={text === '' || isValid(text) ? undefined : wrong}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" mt={6} disabled={!isValid(text)}>
        {button}
      </Button>
    </form>
  );
}
