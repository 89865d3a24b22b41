import { Button } from '@mantine/core';
import { IconFolderOpen, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { offerNewProject } from '../../app/offered.ts';
import { Panel } from '../../components/panel.tsx';
import { StepPage } from '../../components/step-page.tsx';
import { useChooseProject } from '../../project/open-project.ts';
import { DemoPanel } from './demo-panel.tsx';
import { DropZone } from './drop-zone.tsx';
import { HowItGoes } from './how-it-goes.tsx';
import { NewProject } from './new-project.tsx';
import { RecentProjects } from './recent-projects.tsx';
import classes from './start.module.css';

/** Where every project begins: a new one, an older one, or a folder dropped here. */
export function StartStep() {
  const { t } = useTranslation();
  const choose = useChooseProject();
  return (
    <DropZone>
      <StepPage
        title={t('start.title')}
        description={t('start.lead')}
        actions={
          <>
            <Button variant="default" leftSection={<IconFolderOpen size={16} />} onClick={() => void choose()}>
              {t('start.open')}
            </Button>
            <Button leftSection={<IconPlus size={16} />} onClick={() => offerNewProject()}>
              {t('start.new')}
            </Button>
          </>
        }
      >
        <div className={classes.columns}>
          <div className={classes.side}>
            <Panel title={t('start.recent')} flush>
              <RecentProjects />
            </Panel>
            <DemoPanel />
          </div>
          <HowItGoes />
        </div>
      </StepPage>
      <NewProject />
    </DropZone>
  );
}
