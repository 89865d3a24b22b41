import { Alert, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../shared/model/events.ts';
import { secretNameOf } from '../../../shared/model/secret-name.ts';
import { useSay } from '../../i18n/said.tsx';
import { KeepBox } from './keep-box.tsx';

/** An agent may hold dozens. */
const mostShownKeys = 3;

type TypedQuestion = Exclude<Question, { kind: 'host-key' }>;

interface SecretQuestionProps {
  question: TypedQuestion;
  reply(value: string | undefined, keep?: boolean): void;
}

/** Something to type: secrets are hidden, and handed on without being kept here. */
export function SecretQuestion({ question, reply }: SecretQuestionProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState('');
  const [keep, setKeep] = useState(false);
  const { text, label } = useWords(question);
  const shown = question.kind === 'git-user' || (question.kind === 'prompt' && question.echo);
  const Input = shown ? TextInput : PasswordInput;
  function submit(event: FormEvent) {
    event.preventDefault();
    reply(value, keep);
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{text}</Text>
        {question.kind === 'password' && question.refusedKeys !== undefined ? (
          <RefusedKeys keys={question.refusedKeys} />
        ) : null}
        {'refused' in question && question.refused ? <Alert color="amber">{t('questions.refused')}</Alert> : null}
        {'unreadable' in question && question.unreadable ? (
          <Alert color="amber">{t('questions.unreadable')}</Alert>
        ) : null}
        <Input
          label={label}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        {secretNameOf(question) === undefined ? null : <KeepBox keep={keep} onKeep={setKeep} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => reply(undefined)}>
            {t('questions.decline')}
          </Button>
          <Button type="submit" disabled={value === '' && question.kind !== 'prompt'}>
            {t('questions.answer')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Why a password is asked for although there are keys. */
function RefusedKeys({ keys }: { keys: readonly string[] }) {
  const { t, i18n } = useTranslation();
  const say = useSay();
  const more = keys.length - mostShownKeys;
  const shown = [
    ...keys.slice(0, mostShownKeys).map(say),
    ...(more > 0 ? [t('questions.password.moreKeys', { count: more })] : []),
  ];
  const listed = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(shown);
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {t('questions.password.refusedKeys', { count: keys.length, keys: listed })}
    </Text>
  );
}

function useWords(question: TypedQuestion): { text: string; label: string } {
  const { t } = useTranslation();
  switch (question.kind) {
    case 'password':
      return { text: t('questions.password.text', question), label: t('questions.password.label') };
    case 'passphrase':
      return { text: t('questions.passphrase.text', question), label: t('questions.passphrase.label') };
    case 'sudo-password':
      return { text: t('questions.sudo.text', question), label: t('questions.sudo.label') };
    case 'git-user':
      return { text: t('questions.gitUser.text', question), label: t('questions.gitUser.label') };
    case 'git-password':
      return { text: t('questions.gitPassword.text', question), label: t('questions.gitPassword.label') };
    case 'prompt':
      return { text: question.text, label: t('questions.prompt.label') };
  }
}
