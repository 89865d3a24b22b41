import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation/navigation.ts';
import { Columns } from '../../components/columns.tsx';
import { StepPage } from '../../components/step-page.tsx';
import { useProject } from '../../project/project.ts';
import { Changing } from '../../project/read-only.tsx';
import { DockerPanel } from './docker/docker-panel.tsx';
import { ServerPanel } from './server/server-panel.tsx';

/** From which server, to which Docker host. */
export function ConnectStep() {
  const { t } = useTranslation();
  const project = useProject();
  const goTo = useNavigation((navigation) => navigation.goTo);
  const next = t('common.continueTo', { step: t('app.steps.inventory') });
  return (
    <StepPage
      layout="wide"
      title={t('connect.title')}
      description={t('connect.lead')}
      footer={
        <>
          <span style={{ color: 'var(--sw-dimmed)', fontSize: 13 }}>
            {project.server === undefined ? t('connect.needServer') : null}
            {project.server !== undefined && project.docker === undefined ? t('connect.dockerLater') : null}
          </span>
          <Button
            rightSection={<IconArrowRight size={16} />}
            disabled={project.server === undefined}
            onClick={() => goTo('inventory')}
          >
            {next}
          </Button>
        </>
      }
    >
      <Columns
        first={
          <Changing>
            <ServerPanel />
          </Changing>
        }
        second={
          <Changing>
            <DockerPanel />
          </Changing>
        }
      />
    </StepPage>
  );
}
