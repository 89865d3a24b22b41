import { Badge, Group, SegmentedControl, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
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
import classes from '../run.module.css';
import { CheckSides } from './check-sides.tsx';
import { parityQuery } from './parity-query.ts';
import { useProtocolName } from './protocol-name.ts';

type Row = ParityCheck & { workload: string; key: string };

const colors = { same: 'green', different: 'red', 'not-compared': 'gray' } as const;

/** The same questions to server and container, and both answers. */
export function ParityView() {
  const { t } = useTranslation();
  const client = useEngine();
  const { directory } = useProject();
  const { data, error, refetch, isPending } = useQuery(parityQuery(client, directory));
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
  const [chosenKey, setChosenKey] = useState<string>();
  const rows = useMemo(() => rowsOf(report).filter((row) => only === 'all' || row.outcome !== 'same'), [report, only]);
  // What differs is looked at first.
  const chosen =
    rows.find(({ key }) => key === chosenKey) ?? rows.find(({ outcome }) => outcome === 'different') ?? rows[0];
  const protocolName = useProtocolName();
  const several = report.workloads.length > 1;
  const remarked = rows.some(({ detail }) => detail !== '');
  const open = useCallback((row: Row) => setChosenKey(row.key), []);
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
      ...(several
        ? [
            {
              id: 'workload',
              header: t('run.parity.workload'),
              value: (row: Row) => row.workload,
              width: 120,
              filter: 'choice' as const,
            },
          ]
        : []),
      {
        id: 'protocol',
        header: t('run.parity.protocol'),
        value: (row: Row) => protocolName(row.protocol),
        width: 100,
        filter: 'choice' as const,
      },
      { id: 'title', header: t('run.parity.check'), value: (row: Row) => say(row.title) },
      ...(remarked
        ? [{ id: 'detail', header: t('run.parity.detail'), value: (row: Row) => say(row.detail), width: 160 }]
        : []),
    ],
    [t, say, several, remarked, protocolName],
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
      <div className={classes.compare}>
        <div className={classes.compareList}>
          <VirtualTable
            label={t('run.tabs.parity')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.key}
            selected={chosen?.key}
            onOpen={open}
          />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is to be reached by keyboard */}
        <div className={classes.compareSides} tabIndex={0}>
          {chosen === undefined ? (
            <Text size="sm">{t('run.parity.noDifferences')}</Text>
          ) : (
            <CheckSides check={chosen} />
          )}
        </div>
      </div>
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
    <Text size="sm">
      {t('run.parity.same', { count: count('same') })} · {t('run.parity.different', { count: count('different') })} ·{' '}
      {t('run.parity.notCompared', { count: count('not-compared') })}
    </Text>
  );
}

function rowsOf(report: ParityReport): Row[] {
  return report.workloads.flatMap(({ workload, checks }) =>
    checks.map((check) => ({ ...check, workload, key: `${workload} ${check.id}` })),
  );
}
