import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkloadResult } from '../../../shared/model/result.ts';
import { ShowItem } from '../../components/show-item.tsx';
import { useProject } from '../../project/project.ts';
import { Exported } from '../../steps/export/exported.tsx';
import { WorkloadPanel } from '../../steps/run/workload-panel.tsx';
import { InProject } from '../in-project.tsx';
import { Sample } from '../sample.tsx';

const unbuilt: WorkloadResult = {
  name: 'tickets',
  stack: 'php-fpm',
  fit: { grade: 'B', reasons: [] },
  ports: [],
  verdict: 'failed',
  reasons: ['The image cannot be built: dockerfile parse error line 31: unknown instruction: RUNN'],
  repairs: [],
};

/** What the last steps show of a run and of an export. */
export function RunSamples() {
  return (
    <InProject>
      <Results />
      <Exports />
    </InProject>
  );
}

function Results() {
  const workload = useProject().lastRun?.result.workloads[0];
  return (
    <>
      {workload === undefined ? null : (
        <Sample name="WorkloadPanel, equivalent">
          <WorkloadPanel workload={workload} onTab={() => {}} />
        </Sample>
      )}
      <Sample name="WorkloadPanel, failed">
        <WorkloadPanel workload={unbuilt} onTab={() => {}} />
      </Sample>
    </>
  );
}

function Exports() {
  const { t } = useTranslation();
  return (
    <>
      <Sample name="Exported, pushed">
        <Exported text={t('export.pushed', { commit: '3f2a9c51d0be', branch: 'main' })}>
          <Anchor size="sm" href="https://git.example.net/portal">
            {t('export.openPage')}
          </Anchor>
        </Exported>
      </Sample>
      <Sample name="Exported, copied">
        <Exported text={t('export.copied', { count: 224, size: '21.2 MB', target: '/home/engineer/portal.zip' })}>
          <ShowItem path="/home/engineer/portal.zip" />
        </Exported>
      </Sample>
    </>
  );
}
