import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorData } from '../../../shared/errors.ts';
import { ErrorCard } from '../../components/error-card.tsx';
import { Loading } from '../../components/loading.tsx';
import { type JobHandle, useJob } from '../../jobs/use-job.ts';
import { useProject } from '../../project/project.ts';

interface DockerErrorProps {
  error: ErrorData;
  onRetry(): void;
}

/**
 * Why the Docker host does not answer. One that is reached over SSH may have to be signed in to first, which asks what it
 * takes: that is tried at once, and offered again where it was declined.
 */
export function DockerError({ error, onRetry }: DockerErrorProps) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const { docker } = useProject();
  const isHere = /^(?:unix|npipe|tcp):/.test(docker?.host ?? '');
  const wantsSignIn = error.code === 'docker.refused' && !isHere;
  const { status, start } = signIn;
  useEffect(() => {
    if (wantsSignIn && status === 'idle') start();
  }, [wantsSignIn, status, start]);
  if (wantsSignIn && status === 'running') return <Loading lines={4} />;
  const action = (
    <Button size="xs" onClick={start}>
      {t('run.signIn')}
    </Button>
  );
  return <ErrorCard error={signIn.error ?? error} onRetry={onRetry} actions={wantsSignIn ? action : null} />;
}

function useSignIn(): JobHandle<{ host: string }> {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { directory, docker } = useProject();
  return useJob<{ host: string }>({
    key: `docker-sign-in ${directory}`,
    title: t('run.signingIn', { host: docker?.host ?? 'Docker' }),
    run: (client, signal) => client.containers.connect({ directory }, { signal }),
    onDone: () => {
      for (const area of ['containers', 'layers']) void queries.invalidateQueries({ queryKey: [area, directory] });
    },
  });
}
