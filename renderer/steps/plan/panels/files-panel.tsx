import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconFile, IconFileSearch, IconFolder } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../../shared/model/plan.ts';
import { useNavigation } from '../../../app/navigation/navigation.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorCard } from '../../../components/error-card.tsx';
import { Loading } from '../../../components/loading.tsx';
import { useWork } from '../../../components/use-work.ts';
import { VirtualTree } from '../../../components/virtual-tree/virtual-tree.tsx';
import { JobPanel } from '../../../jobs/job-panel.tsx';
import { useProject } from '../../../project/project.ts';
import { Changing, useReadOnly } from '../../../project/read-only.tsx';
import { type FileNode, fileTree, type Order } from '../files/file-tree.ts';
import { useGain } from '../files/gains.tsx';
import { exclude, excludedBy, includeAgain } from '../files/selection.ts';
import { useEvidence } from '../files/use-evidence.ts';
import { useSurvey } from '../files/use-survey.ts';
import classes from '../plan.module.css';
import { byHand, useChangeWorkload } from '../plan-context.tsx';
import { FileReason } from './file-reason.tsx';
import { FilesSummary } from './files-summary.tsx';
import { PatternsPanel } from './patterns-panel.tsx';

/** The files of a workload, each with its size and reason, to be left out or let in. */
export function FilesPanel({ workload }: { workload: Workload }) {
  const { docker } = useProject();
  const survey = useSurvey(workload.name);
  const entries = useEvidence(workload.name);
  if (survey.status === 'running') return <JobPanel job={survey} />;
  const failed =
    survey.error === undefined || survey.status === 'cancelled' ? null : (
      <Changing>
        <ErrorCard error={survey.error} onRetry={survey.retry} />
      </Changing>
    );
  if (entries.length > 0) {
    return (
      <Stack h="100%" gap="xs">
        {failed}
        <Files workload={workload} onLook={survey.start} />
      </Stack>
    );
  }
  if (failed !== null) return failed;
  return <NotLookedAt onLook={docker === undefined ? undefined : survey.start} />;
}

/** Undefined: there is no Docker host yet, whose base image one would compare with. */
function NotLookedAt({ onLook }: { onLook: (() => void) | undefined }) {
  const { t } = useTranslation();
  const goTo = useNavigation((navigation) => navigation.goTo);
  return (
    <EmptyState
      icon={<IconFileSearch size={28} />}
      title={t('plan.files.none.title')}
      text={onLook === undefined ? t('plan.files.needsDocker') : t('plan.files.none.text')}
      action={
        onLook === undefined ? (
          <Button onClick={() => goTo('connect')}>{t('plan.files.toConnect')}</Button>
        ) : (
          <Changing>
            <Button onClick={onLook}>{t('plan.files.look')}</Button>
          </Changing>
        )
      }
    />
  );
}

function Files({ workload, onLook }: { workload: Workload; onLook: () => void }) {
  const { t } = useTranslation();
  const { name, files } = workload;
  const entries = useEvidence(name);
  const weight = useGain(workload);
  const locked = useReadOnly();
  const change = useChangeWorkload(name);
  const [shipped, setShipped] = useState<'shipped' | 'all'>('shipped');
  const [order, setOrder] = useState<Order>('name');
  const [chosen, setChosen] = useState<FileNode>();
  const [search, setSearch] = useState('');
  const roots = useWork(useCallback(() => fileTree(entries, shipped === 'shipped', order), [entries, shipped, order]));
  const excluded = useMemo(() => excludedBy(files), [files]);
  const toggle = ({ id: path }: FileNode) =>
    excluded(path) === undefined
      ? change((one) => ({ ...one, files: exclude(one.files, path, byHand) }), t('plan.changes.exclude', { path }))
      : change((one) => ({ ...one, files: includeAgain(one.files, path) }), t('plan.changes.include', { path }));

  if (roots === undefined) return <Loading lines={8} />;
  return (
    <div className={classes.files}>
      <div className={classes.tree}>
        <FilesSummary weight={weight} order={order} onOrder={setOrder} onLook={onLook}>
          <SegmentedControl
            size="xs"
            aria-label={t('plan.files.show')}
            value={shipped}
            onChange={setShipped}
            data={[
              { value: 'shipped', label: t('plan.files.shipped') },
              { value: 'all', label: t('plan.files.all') },
            ]}
          />
        </FilesSummary>
        <TextInput
          size="xs"
          mb="xs"
          aria-label={t('components.tree.search')}
          placeholder={t('components.tree.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <VirtualTree
          label={t('plan.files.tree', { name })}
          roots={roots}
          search={search}
          selected={chosen?.id}
          onSelect={setChosen}
          icon={iconOf}
          detail={detailOf}
          check={{
            stateOf: (node) => {
              if (!node.shipped) return undefined;
              if (excluded(node.id) !== undefined) return 'unchecked';
              return weight?.mixed.has(node.id) ? 'mixed' : 'checked';
            },
            toggle,
            locked,
          }}
        />
      </div>
      <Stack className={classes.aside} gap="md">
        <FileReason node={chosen} excludedBy={chosen === undefined ? undefined : excluded(chosen.id)} />
        <Changing>
          <PatternsPanel workload={workload} />
        </Changing>
      </Stack>
    </div>
  );
}

// Both always the same function: a row is drawn anew only where it has changed.

function iconOf(node: FileNode) {
  return node.children === undefined ? <IconFile size={15} /> : <IconFolder size={15} />;
}

function detailOf(node: FileNode) {
  return <Detail node={node} />;
}

function Detail({ node: { entry } }: { node: FileNode }) {
  const { t } = useTranslation();
  if (entry === undefined || entry.place === 'payload') return null;
  return (
    <Group gap={4} wrap="nowrap">
      <Text size="xs" c="dimmed">
        {t(`plan.files.place.${entry.place}`)}
      </Text>
    </Group>
  );
}
