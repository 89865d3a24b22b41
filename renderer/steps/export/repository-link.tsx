import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { webAddress } from './web-address.ts';

/** Leads to the page of a repository, where its address has one. */
export function RepositoryLink({ remote }: { remote: string }) {
  const { t } = useTranslation();
  const page = webAddress(remote);
  if (page === undefined) return null;
  return (
    <Anchor size="sm" href={page} target="_blank" rel="noreferrer">
      {t('export.openPage')}
    </Anchor>
  );
}
