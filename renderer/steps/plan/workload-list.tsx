import { Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../shared/model/plan.ts';
import { FitBadge } from '../../components/fit-badge.tsx';
import { Said } from '../../i18n/said.tsx';
import { sharedPodOf } from './edit/change-plan.ts';
import { useGain } from './files/gains.tsx';
import { useGainSize } from './files/use-gain-size.ts';
import classes from './plan.module.css';
import { usePlan } from './plan-context.tsx';

interface Props {
  selected: string | undefined;
  onSelect: (name: string) => void;
}

/** The workloads, those of a pod under one heading. */
export function WorkloadList({ selected, onSelect }: Props) {
  const { t } = useTranslation();
  const plan = usePlan();
  const shared = plan.pods.filter((pod) => pod.workloads.length > 1);
  const alone = plan.workloads.filter((workload) => sharedPodOf(plan, workload.name) === undefined);
  const card = (workload: Workload) => (
    <WorkloadCard
      key={workload.name}
      workload={workload}
      selected={workload.name === selected}
      onSelect={() => onSelect(workload.name)}
    />
  );
  return (
    <nav aria-label={t('plan.workloads')} className={classes.list}>
      <Stack gap="xs">
        {alone.map(card)}
        {shared.map((pod) => (
          <section key={pod.name} className={classes.pod} aria-label={t('plan.pod', { name: pod.name })}>
            <Text size="xs" fw={600} c="dimmed" title={t('plan.podText')}>
              {t('plan.pod', { name: pod.name })}
            </Text>
            <Stack gap="xs" mt={4}>
              {pod.workloads.flatMap((name) => plan.workloads.filter((workload) => workload.name === name)).map(card)}
            </Stack>
          </section>
        ))}
      </Stack>
    </nav>
  );
}

function WorkloadCard({
  workload,
  selected,
  onSelect,
}: {
  workload: Workload;
  selected: boolean;
  onSelect: () => void;
}) {
  const { t } = useTranslation();
  const size = useGainSize(useGain(workload));
  return (
    <UnstyledButton
      className={classes.card}
      data-selected={selected || undefined}
      aria-current={selected ? 'true' : undefined}
      onClick={onSelect}
    >
      <FitBadge grade={workload.fit.grade} />
      <div className={classes.cardText}>
        <Text fw={600} size="sm" truncate>
          {workload.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          <Said text={workload.title} />
        </Text>
        <Text size="xs" c="dimmed">
          {size ?? t('plan.gainUnknown')}
          {workload.ports.length > 0 &&
            ` · ${workload.ports.map((port) => `${port.container}/${port.protocol}`).join(' ')}`}
        </Text>
      </div>
    </UnstyledButton>
  );
}
