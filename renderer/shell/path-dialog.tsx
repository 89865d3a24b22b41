import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusReturn } from '../app/navigation/use-focus-return.ts';
import { ErrorCard } from '../components/error-card.tsx';
import { Loading } from '../components/loading.tsx';
import { useEngine } from '../engine/engine-provider.tsx';
import { toErrorData } from '../engine/error-data.ts';
import { usePathRequest } from './choose-path.ts';
import { FolderListing } from './folder-listing.tsx';

/** The page's own dialog for a folder or file, for a browser, which has none that tells a path. */
export function PathDialog() {
  const request = usePathRequest((state) => state.request);
  if (request === undefined) return null;
  const close = (path: string | undefined) => {
    usePathRequest.setState({ request: undefined });
    request.resolve(path);
  };
  return (
    <OpenDialog key={request.path ?? ''} kind={request.kind} title={request.title} start={request.path} close={close} />
  );
}

interface OpenDialogProps {
  kind: 'folder' | 'file';
  title: string;
  start: string | undefined;
  close(path: string | undefined): void;
}

function OpenDialog({ kind, title, start, close }: OpenDialogProps) {
  const { t } = useTranslation();
  const client = useEngine();
  const [path, setPath] = useState(start);
  useFocusReturn();
  const listing = useQuery({
    queryKey: ['folder', path],
    queryFn: () => client.shell.listDirectory(path === undefined ? {} : { path }),
    staleTime: 0,
  });
  return (
    <Modal
      opened
      onClose={() => close(undefined)}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <TextInput
        label={t('components.folder.path')}
        value={path ?? listing.data?.path ?? ''}
        onChange={(event) => setPath(event.currentTarget.value)}
        mb="sm"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      {listing.isPending ? <Loading lines={4} /> : null}
      {listing.isError ? <ErrorCard error={toErrorData(listing.error)} onRetry={() => void listing.refetch()} /> : null}
      {listing.data === undefined ? null : (
        <FolderListing listing={listing.data} kind={kind} onGo={setPath} onChoose={close} />
      )}
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" onClick={() => close(undefined)}>
          {t('common.cancel')}
        </Button>
        {kind === 'folder' ? (
          <Button disabled={listing.data === undefined} onClick={() => close(listing.data?.path)}>
            {t('components.folder.choose')}
          </Button>
        ) : null}
      </Group>
    </Modal>
  );
}
