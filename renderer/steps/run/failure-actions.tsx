import { Button, Group } from '@mantine/core';
import { IconEdit, IconTerminal2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkloadResult } from '../../../shared/model/result.ts';
import { showFile } from '../../app/navigation/file-request.ts';
import { useProject } from '../../project/project.ts';
import { dockerfileLine } from './failure-place.ts';
import type { RunTab } from './run-tabs.ts';

interface FailureActionsProps {
  workload: Pick<WorkloadResult, 'name' | 'image' | 'reasons'>;
  onTab: (tab: RunTab) => void;
}

/** What a person does after a workload failed: looks into its Dockerfile, at the line at fault, and into the log. */
export function FailureActions({ workload: { name, reasons }, onTab }: FailureActionsProps) {
  const { t } = useTranslation();
  const { directory } = useProject();
  const line = dockerfileLine(reasons);
  const place = { directory, path: `workloads/${name}/Dockerfile`, ...(line === undefined ? {} : { line }) };
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" leftSection={<IconEdit size={15} />} onClick={() => showFile(place)}>
        {line === undefined ? t('run.openDockerfile') : t('run.openDockerfileAt', { line })}
      </Button>
      <Button size="xs" variant="default" leftSection={<IconTerminal2 size={15} />} onClick={() => onTab('log')}>
        {t('jobs.showLog')}
      </Button>
    </Group>
  );
}
