import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Question } from '../../../shared/model/events.ts';
import { secretNameOf } from '../../../shared/model/secret-name.ts';
import { useFocusReturn } from '../../app/navigation/use-focus-return.ts';
import { useJobs } from '../jobs-context.tsx';
import { HostKeyQuestion } from './host-key-question.tsx';
import { SecretQuestion } from './secret-question.tsx';

type Reply = (value: string | undefined, keep?: boolean) => void;

/** Shows what running jobs ask, one question at a time, the oldest first. */
export function QuestionDialog() {
  const jobs = useJobs();
  const key = useStore(jobs.store, (all) => Object.keys(all).find((name) => (all[name]?.questions.length ?? 0) > 0));
  const asked = useStore(jobs.store, (all) => (key === undefined ? undefined : all[key]?.questions[0]));
  if (key === undefined || asked === undefined) return null;
  // A failed answer shows in the job itself: its stream then ends with the error.
  const reply: Reply = (value, keep = false) =>
    void jobs.answer(key, asked.id, { value, keepAs: keep ? secretNameOf(asked.question) : undefined });
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
