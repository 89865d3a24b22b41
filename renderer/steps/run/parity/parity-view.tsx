import { Badge, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParityCheck, ParityReport } from '../../../../shared/model/result.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorCard } from '../../../components/error-card.tsx';
import { Loading } from '../../../components/loading.tsx';
import { VirtualTable } from '../../../components/virtual-table/virtual-table.tsx';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { toErrorData } from '../../../engine/error-data.ts';
import { useSay } from '../../../i18n/said.tsx';
import { useProject } from '../../../project/project.ts';
import { CheckSides } from './check-sides.tsx';

type Row = ParityCheck & { workload: string; key: string };

const colors = { same: 'green', different: 'red', 'not-compared': 'gray' } as const;

/** The same questions to server and container, and both answers. */
export function ParityView() {
  const { t } = useTranslation();
  const client = useEngine();
  const { directory } = useProject();
  const { data, error, refetch, isPending } = useQuery({
    queryKey: ['parity', directory],
    // A query has to answer with something: null stands for "no report yet".
    queryFn: async () => (await client.projects.parity({ directory })) ?? null,
  });
  if (error !== null) return <ErrorCard error={toErrorData(error)} onRetry={() => void refetch()} />;
  if (isPending) return <Loading lines={6} />;
  if (data === null || data.workloads.every((workload) => workload.checks.length === 0)) {
    return (
      <EmptyState icon={<IconScale size={28} />} title={t('run.parity.none.title')} text={t('run.parity.none.text')} />
    );
  }
  return <Report report={data} />;
}

function Report({ report }: { report: ParityReport }) {
  const { t } = useTranslation();
  const say = useSay();
  const [only, setOnly] = useState<'all' | 'differences'>('all');
  const [chosen, setChosen] = useState<Row>();
  const rows = useMemo(() => rowsOf(report).filter((row) => only === 'all' || row.outcome !== 'same'), [report, only]);
  const columns = useMemo(
    () => [
      {
        id: 'outcome',
        header: t('run.parity.outcome'),
        value: (row: Row) => t(`run.parity.outcomes.${row.outcome}`),
        cell: (row: Row) => <Outcome outcome={row.outcome} />,
        width: 150,
        filter: 'choice' as const,
      },
      {
        id: 'workload',
        header: t('plan.workloads'),
        value: (row: Row) => row.workload,
        width: 150,
        filter: 'choice' as const,
      },
      {
        id: 'protocol',
        header: t('run.parity.protocol'),
        value: (row: Row) => row.protocol,
        width: 120,
        filter: 'choice' as const,
      },
      { id: 'title', header: t('run.parity.check'), value: (row: Row) => say(row.title) },
      { id: 'detail', header: t('run.parity.detail'), value: (row: Row) => say(row.detail), width: 220 },
    ],
    [t, say],
  );
  return (
    <>
      <Group justify="space-between">
        <Counts report={report} />
        <SegmentedControl
          size="xs"
          aria-label={t('run.parity.only')}
          value={only}
          onChange={setOnly}
          data={[
            { value: 'all', label: t('run.parity.all') },
            { value: 'differences', label: t('run.parity.differences') },
          ]}
        />
      </Group>
      <VirtualTable
        label={t('run.tabs.parity')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.key}
        selected={chosen?.key}
        onOpen={setChosen}
        height={240}
      />
      {chosen === undefined ? <Text size="sm">{t('run.parity.choose')}</Text> : <CheckSides check={chosen} />}
    </>
  );
}

function Outcome({ outcome }: { outcome: ParityCheck['outcome'] }) {
  const { t } = useTranslation();
  return (
    <Badge color={colors[outcome]} variant="light" tt="none">
      {t(`run.parity.outcomes.${outcome}`)}
    </Badge>
  );
}

function Counts({ report }: { report: ParityReport }) {
  const { t } = useTranslation();
  const checks = report.workloads.flatMap((workload) => workload.checks);
  const count = (outcome: ParityCheck['outcome']) => checks.filter((check) => check.outcome === outcome).length;
  return (
    <Stack gap={0}>
      <Text size="sm">
        {t('run.parity.same', { count: count('same') })} · {t('run.parity.different', { count: count('different') })} ·{' '}
        {t('run.parity.notCompared', { count: count('not-compared') })}
      </Text>
    </Stack>
  );
}

function rowsOf(report: ParityReport): Row[] {
  return report.workloads.flatMap(({ workload, checks }) =>
    checks.map((check) => ({ ...check, workload, key: `${workload} ${check.id}` })),
  );
}
