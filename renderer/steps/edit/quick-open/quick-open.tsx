import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconFile, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoTo, useWorkbench } from '../workbench-context.tsx';
import { matchPaths } from './match-paths.ts';

const [store, spotlight] = createSpotlight();

/** Opens the list of files to choose from by a few letters. */
export function openQuickOpen(): void {
  spotlight.open();
}

/** A file by a few letters of its path. */
export function QuickOpen() {
  const { t } = useTranslation();
  const { files } = useWorkbench();
  const goTo = useGoTo();
  const [typed, setTyped] = useState('');
  const found = useMemo(
    () =>
      matchPaths(
        files.map(({ path }) => path),
        typed,
      ),
    [files, typed],
  );
  return (
    <Spotlight.Root
      store={store}
      attributes={{ content: { 'aria-label': t('edit.action.quickOpen') } }}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder={t('edit.quickOpen.placeholder')}
        aria-label={t('edit.action.quickOpen')}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.length === 0 ? <Spotlight.Empty>{t('edit.quickOpen.nothing')}</Spotlight.Empty> : null}
        {found.map(({ path }) => (
          <Spotlight.Action
            key={path}
            label={path.slice(path.lastIndexOf('/') + 1)}
            // Of a file of the top folder the name says it all.
            {...(path.includes('/') ? { description: path } : {})}
            leftSection={<IconFile size={18} aria-hidden />}
            onClick={() => goTo(path)}
          />
        ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
