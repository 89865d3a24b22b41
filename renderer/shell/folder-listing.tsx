import { ScrollArea } from '@mantine/core';
import { IconArrowUp, IconFile, IconFolder, IconFolderStar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DirectoryListing } from '../../shared/model/shell.ts';
import classes from './folder-listing.module.css';

interface FolderListingProps {
  listing: DirectoryListing;
  kind: 'folder' | 'file';
  /** Shows another folder. */
  onGo(path: string): void;
  onChoose(path: string): void;
}

type Entry = DirectoryListing['entries'][number];

export function FolderListing({ listing, kind, onGo, onChoose }: FolderListingProps) {
  const { t } = useTranslation();
  const entries = kind === 'file' ? listing.entries : listing.entries.filter((entry) => entry.kind === 'directory');
  const open = (entry: Entry) => (entry.kind === 'directory' ? onGo(entry.path) : onChoose(entry.path));
  return (
    <ScrollArea h={280} className={classes.frame ?? ''} viewportProps={{ tabIndex: 0 }}>
      <ul className={classes.list} aria-label={listing.path}>
        {listing.parent === undefined ? null : (
          <li>
            <button type="button" className={classes.entry} onClick={() => onGo(listing.parent ?? listing.path)}>
              <IconArrowUp size={16} aria-hidden />
              {t('components.folder.up')}
            </button>
          </li>
        )}
        {entries.map((entry) => (
          <li key={entry.path}>
            <button type="button" className={classes.entry} onClick={() => open(entry)}>
              <EntryIcon entry={entry} />
              {entry.name}
              {entry.project ? <span className={classes.note}>{t('components.folder.project')}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {entries.length === 0 ? <p className={classes.empty}>{t('components.folder.empty')}</p> : null}
      {listing.truncated ? <p className={classes.empty}>{t('components.folder.truncated')}</p> : null}
    </ScrollArea>
  );
}

function EntryIcon({ entry }: { entry: Entry }) {
  if (entry.kind === 'file') return <IconFile size={16} aria-hidden />;
  return entry.project ? <IconFolderStar size={16} aria-hidden /> : <IconFolder size={16} aria-hidden />;
}
