import { ActionIcon, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { IconFilePlus, IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Changing } from '../../project/read-only.tsx';
import { SearchPanel } from './search/search-panel.tsx';
import { ProjectTree } from './tree/project-tree.tsx';
import classes from './workbench.module.css';
import { useView, useWorkbench } from './workbench-context.tsx';

export function SidePanel() {
  const { t } = useTranslation();
  const { view } = useWorkbench();
  const side = useView((state) => state.side);
  return (
    <div className={classes.side}>
      <SegmentedControl
        fullWidth
        size="xs"
        value={side}
        onChange={(value) => view.setState({ side: value === 'search' ? 'search' : 'files' })}
        data={[
          { value: 'files', label: t('edit.side.files') },
          { value: 'search', label: t('edit.side.search') },
        ]}
      />
      {side === 'files' ? <Files /> : <SearchPanel />}
    </div>
  );
}

function Files() {
  const { t } = useTranslation();
  const { view } = useWorkbench();
  const [filter, setFilter] = useState('');
  return (
    <>
      <div className={classes.sideTools}>
        <TextInput
          size="xs"
          data-search
          className={classes.grow}
          aria-label={t('edit.side.filter')}
          placeholder={t('edit.side.filter')}
          leftSection={<IconFilter size={14} aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Changing>
          <Tooltip label={t('edit.side.newFile')}>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t('edit.side.newFile')}
              onClick={() => view.setState({ dialog: { kind: 'new-file' } })}
            >
              <IconFilePlus size={16} />
            </ActionIcon>
          </Tooltip>
        </Changing>
      </div>
      <ProjectTree filter={filter} />
    </>
  );
}
