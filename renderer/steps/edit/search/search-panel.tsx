import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLetterCase, IconRegex, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorCard } from '../../../components/error-card.tsx';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { toErrorData } from '../../../engine/error-data.ts';
import classes from '../workbench.module.css';
import { useWorkbench } from '../workbench-context.tsx';
import { SearchResults } from './search-results.tsx';

/** A text in all files that may be shown. */
export function SearchPanel() {
  const { t } = useTranslation();
  const client = useEngine();
  const { directory } = useWorkbench();
  const [typed, setTyped] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [regex, setRegex] = useState(false);
  const [query] = useDebouncedValue(typed, 250);
  const found = useQuery({
    queryKey: ['search', directory, query, matchCase, regex],
    queryFn: ({ signal }) => client.files.search({ directory, query, matchCase, regex }, { signal }),
    enabled: query !== '',
    staleTime: 0,
  });
  return (
    <search className={classes.search}>
      <TextInput
        size="xs"
        data-search
        data-autofocus
        autoFocus
        aria-label={t('edit.search.label')}
        placeholder={t('edit.search.placeholder')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        rightSectionWidth={58}
        rightSection={
          <>
            <Option
              on={matchCase}
              onChange={setMatchCase}
              label={t('edit.search.matchCase')}
              icon={<IconLetterCase size={16} />}
            />
            <Option on={regex} onChange={setRegex} label={t('edit.search.regex')} icon={<IconRegex size={15} />} />
          </>
        }
      />
      {query === '' ? <p className={classes.hint}>{t('edit.search.hint')}</p> : null}
      {found.error === null || query === '' ? null : <ErrorCard error={toErrorData(found.error)} />}
      {found.data === undefined || query === '' ? null : <SearchResults {...found.data} />}
    </search>
  );
}

interface OptionProps {
  on: boolean;
  onChange(on: boolean): void;
  label: string;
  icon: ReactNode;
}

function Option({ on, onChange, label, icon }: OptionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={24}
        variant={on ? 'light' : 'subtle'}
        aria-label={label}
        aria-pressed={on}
        onClick={() => onChange(!on)}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
