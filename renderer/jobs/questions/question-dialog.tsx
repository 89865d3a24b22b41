import { Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Question } from '../../../shared/model/events.ts';
import { secretNameOf } from '../../../shared/model/secret-name.ts';
import { useFocusReturn } from '../../app/navigation/use-focus-return.ts';
import { toErrorData } from '../../engine/error-data.ts';
import { useJobs } from '../jobs-context.tsx';
import { HostKeyQuestion } from './host-key-question.tsx';
import { SecretQuestion } from './secret-question.tsx';

type Reply = (value: string | undefined, keep?: boolean) => void;

/** Shows what running jobs ask, one question at a time, the oldest first. */
export function QuestionDialog() {
  const { t } = useTranslation();
  const jobs = useJobs();
  const key = useStore(jobs.store, (all) => Object.keys(all).find((name) => (all[name]?.questions.length ?? 0) > 0));
  const asked = useStore(jobs.store, (all) => (key === undefined ? undefined : all[key]?.questions[0]));
  if (key === undefined || asked === undefined) return null;
  const reply: Reply = (value, keep = false) => {
    const keepAs = keep ? secretNameOf(asked.question) : undefined;
    jobs.answer(key, asked.id, { value, keepAs }).catch((thrown: unknown) => {
      const { code } = toErrorData(thrown);
      notifications.show({ color: 'red', title: t(`errors.${code}.title`), message: t(`errors.${code}.advice`) });
    });
  };
  return <QuestionModal key={`${key} ${asked.id}`} question={asked.question} reply={reply} />;
}

/** One question; Escape and the cross decline it. */
export function QuestionModal({ question, reply }: { question: Question; reply: Reply }) {
  const { t } = useTranslation();
  useFocusReturn();
  const isHostKey = question.kind === 'host-key';
  return (
    <Modal
      opened
      onClose={() => reply(isHostKey ? 'no' : undefined)}
      title={useTitle(question)}
      size={isHostKey ? 'lg' : 'md'}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isHostKey ? (
        <HostKeyQuestion question={question} reply={reply} />
      ) : (
        <SecretQuestion question={question} reply={reply} />
      )}
    </Modal>
  );
}

function useTitle(question: Question): string {
  const { t } = useTranslation();
  switch (question.kind) {
    case 'host-key':
      return t('questions.hostKey.title');
    case 'password':
      return t('questions.password.title');
    case 'passphrase':
      return t('questions.passphrase.title');
    case 'sudo-password':
      return t('questions.sudo.title');
    case 'git-user':
      return t('questions.gitUser.title');
    case 'git-password':
      return t('questions.gitPassword.title');
    case 'prompt':
      return t('questions.prompt.title', { host: question.host });
  }
}
