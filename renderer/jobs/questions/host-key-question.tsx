import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../shared/model/events.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { hostKeyCommand } from './host-key-command.ts';
import classes from './questions.module.css';

interface HostKeyQuestionProps {
  question: Extract<Question, { kind: 'host-key' }>;
  reply(value: string): void;
}

/** An unknown server: its fingerprint, and what to hold against it before one trusts it. */
export function HostKeyQuestion({ question: { host, algorithm, fingerprint, git }, reply }: HostKeyQuestionProps) {
  const { t } = useTranslation();
  const command = hostKeyCommand(algorithm);
  return (
    <Stack gap="md">
      <Text size="md">{t('questions.hostKey.text', { host })}</Text>
      <div>
        <Text size="sm" c="dimmed" mb={4}>
          {t('questions.hostKey.fingerprint', { algorithm })}
        </Text>
        <div className={classes.fingerprint}>
          <code>{fingerprint}</code>
          <CopyButton value={fingerprint} />
        </div>
      </div>
      <div>
        {git ? (
          <Text size="sm" mb="xs">
            {t('questions.hostKey.published')}
          </Text>
        ) : null}
        <Text size="sm">{t('questions.hostKey.compare')}</Text>
        <div className={classes.command}>
          <Code>{command}</Code>
          <CopyButton value={command} />
        </div>
      </div>
      <Text size="sm" c="dimmed">
        {t('questions.hostKey.kept')}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" data-autofocus onClick={() => reply('no')}>
          {t('questions.hostKey.refuse')}
        </Button>
        <Button onClick={() => reply('yes')}>{t('questions.hostKey.accept')}</Button>
      </Group>
    </Stack>
  );
}
