import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SecretName } from '../../../shared/model/secret-name.ts';
import { useEngine } from '../../engine/engine-provider.tsx';

const keptKey = ['kept-secrets'] as const;

/** What is kept for the person, and how to forget it. Jobs keep and forget too: whoever shows it looks again first. */
export function useKeptSecrets() {
  const client = useEngine();
  const queries = useQueryClient();
  const { t } = useTranslation();
  const { data: kept = [] } = useQuery({ queryKey: keptKey, queryFn: () => client.secrets.list() });
  const lookAgain = () => queries.invalidateQueries({ queryKey: keptKey });
  const { mutate: forget } = useMutation({
    mutationFn: (name: SecretName) => client.secrets.forget({ name }),
    onSuccess: (_done, { of }) => void notifications.show({ message: t('app.secrets.forgotten', { of }) }),
    onSettled: lookAgain,
  });
  return { kept, forget, lookAgain };
}
