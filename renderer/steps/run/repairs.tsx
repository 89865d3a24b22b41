import { Button, Group, Stack, Text } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Repair } from '../../../shared/model/plan.ts';
import { ErrorCard } from '../../components/error-card.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { toErrorData } from '../../engine/error-data.ts';
import { Said, useSay } from '../../i18n/said.tsx';
import { useProject } from '../../project/project.ts';
import { Changing } from '../../project/read-only.tsx';

/** What was repaired on the way, each to be taken back. */
export function Repairs({ workload, repairs }: { workload: string; repairs: readonly Repair[] }) {
  const { t } = useTranslation();
  if (repairs.length === 0) return null;
  return (
    <Changing>
      <Stack component="ul" gap="xs" m={0} p={0} aria-label={t('run.repairs')}>
        {repairs.map((repair) => (
          <RepairLine key={`${repair.round} ${repair.rule} ${repair.change}`} workload={workload} repair={repair} />
        ))}
      </Stack>
    </Changing>
  );
}

function RepairLine({ workload, repair: { rule, symptom, change } }: { workload: string; repair: Repair }) {
  const { t } = useTranslation();
  const say = useSay();
  const client = useEngine();
  const queries = useQueryClient();
  const { directory } = useProject();
  const undo = useMutation({
    mutationFn: () => client.projects.undoRepair({ directory, workload, rule, change }),
    onSuccess: () => {
      for (const area of ['plan', 'files']) void queries.invalidateQueries({ queryKey: [area, directory] });
    },
  });
  return (
    <li style={{ listStyle: 'none' }}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <IconTool size={16} aria-hidden />
        <div style={{ flex: 1 }}>
          <Text size="sm">
            <Said text={symptom} />
          </Text>
          <Text size="sm" c="dimmed">
            {undo.isSuccess ? t('run.undone') : <Said text={change} />}
          </Text>
        </div>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('run.undoRepairLabel', { change: say(change) })}
          loading={undo.isPending}
          disabled={undo.isSuccess}
          onClick={() => undo.mutate()}
        >
          {t('run.undoRepair')}
        </Button>
      </Group>
      {undo.error === null ? null : <ErrorCard error={toErrorData(undo.error)} onRetry={() => undo.mutate()} />}
    </li>
  );
}
