import { Badge, Group, Select, Stack, Text } from '@mantine/core';
import { IconEqual, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts } from '../../../../shared/model/facts.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorCard } from '../../../components/error-card.tsx';
import { formatDate } from '../../../components/format-date.ts';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import { SideBySide } from '../../../components/side-by-side/side-by-side.tsx';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { toErrorData } from '../../../engine/error-data.ts';
import { useProject } from '../../../project/project.ts';
import { useScanFacts } from '../scan-facts.ts';
import type { ViewProps } from '../views/view-props.ts';
import classes from '../views/views.module.css';
import { compareFacts, type FactsDifference } from './compare-facts.ts';

/** What changed on the server since an earlier scan. */
export function CompareView({ facts }: ViewProps) {
  const { t, i18n } = useTranslation();
  const client = useEngine();
  const { directory, scan } = useProject();
  const { data: scans } = useQuery({
    queryKey: ['scans', directory],
    queryFn: () => client.projects.scans({ directory }),
  });
  const earlier = (scans ?? []).filter(({ id }) => id !== scan?.id).reverse();
  const [chosen, setChosen] = useState<string>();
  const other = chosen ?? earlier[0]?.id;
  if (scans === undefined) return <Loading />;
  if (other === undefined) {
    return (
      <EmptyState
        icon={<IconHistory size={28} />}
        title={t('inventory.compare.one.title')}
        text={t('inventory.compare.one.text')}
      />
    );
  }
  return (
    <Stack className={classes.scroll}>
      <Select
        maw={320}
        label={t('inventory.compare.with')}
        data={earlier.map(({ id, takenAt }) => ({ value: id, label: formatDate(takenAt, i18n.language, 'moment') }))}
        value={other}
        allowDeselect={false}
        onChange={(value) => value !== null && setChosen(value)}
      />
      <Differences scan={other} after={facts} />
    </Stack>
  );
}

function Differences({ scan, after }: { scan: string; after: Facts }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useScanFacts(scan);
  const differences = useMemo(() => (data === undefined ? undefined : compareFacts(data.facts, after)), [data, after]);
  if (error !== null) return <ErrorCard error={toErrorData(error)} onRetry={() => void refetch()} />;
  if (differences === undefined) return <Loading lines={5} />;
  if (differences.length === 0) {
    return (
      <EmptyState
        icon={<IconEqual size={28} />}
        title={t('inventory.compare.same.title')}
        text={t('inventory.compare.same.text')}
      />
    );
  }
  return differences.map((difference) => <AreaPanel key={difference.area} difference={difference} />);
}

function AreaPanel({ difference: { area, added, removed, changed } }: { difference: FactsDifference }) {
  const { t } = useTranslation();
  return (
    <Panel title={t(`inventory.compare.areas.${area}`)}>
      <Stack gap={4}>
        {added.map((name) => (
          <Line key={`+${name}`} kind="added" text={name} />
        ))}
        {removed.map((name) => (
          <Line key={`-${name}`} kind="removed" text={name} />
        ))}
        {changed.map((change) =>
          area === 'config' ? (
            <ChangedFile key={`~${change.name}`} change={change} />
          ) : (
            <Line key={`~${change.name}`} kind="changed" text={`${change.name}: ${change.before} → ${change.after}`} />
          ),
        )}
      </Stack>
    </Panel>
  );
}

/** A file's text is too long for a line: what changed in it is shown when its name is opened. */
function ChangedFile({ change: { name, before, after } }: { change: FactsDifference['changed'][number] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>
        <Line kind="changed" text={name} />
      </summary>
      {open ? (
        <SideBySide
          left={{ title: t('inventory.compare.before'), text: before }}
          right={{ title: t('inventory.compare.after'), text: after }}
          around={3}
        />
      ) : null}
    </details>
  );
}

const colors = { added: 'green', removed: 'red', changed: 'amber' } as const;

function Line({ kind, text }: { kind: keyof typeof colors; text: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Badge color={colors[kind]} variant="light" size="sm" tt="none" miw={76}>
        {t(`inventory.compare.${kind}`)}
      </Badge>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </Group>
  );
}
