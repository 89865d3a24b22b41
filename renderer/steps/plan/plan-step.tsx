import { Button } from '@mantine/core';
import { IconArrowRight, IconPackageOff } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../app/navigation/navigation.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorCard } from '../../components/error-card.tsx';
import { Loading } from '../../components/loading.tsx';
import { StepPage } from '../../components/step-page.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { toErrorData } from '../../engine/error-data.ts';
import { planQuery } from '../../project/plan.ts';
import { useProject } from '../../project/project.ts';
import { Changing } from '../../project/read-only.tsx';
import { GainsProvider } from './files/gains.tsx';
import classes from './plan.module.css';
import { PlanEditorProvider, usePlan } from './plan-context.tsx';
import { PlanNotices, PlanToolbar } from './plan-toolbar.tsx';
import { ResetButton } from './reset-button.tsx';
import { SkippedList } from './skipped-list.tsx';
import { WorkloadDetails } from './workload-details.tsx';
import { WorkloadList } from './workload-list.tsx';

/** The wizard's fourth step: which workloads, and every decision about each. */
export function PlanStep() {
  const { t } = useTranslation();
  const client = useEngine();
  const queries = useQueryClient();
  const { directory } = useProject();
  const { data, error, refetch } = useQuery(planQuery(client, directory));
  // Much to draw: the page goes on answering meanwhile.
  const plan = useDeferredValue(data);
  if (plan === undefined) {
    return (
      <StepPage title={t('plan.title')} description={t('plan.lead')} layout="fill">
        {error === null ? (
          <Loading lines={6} />
        ) : (
          <ErrorCard error={toErrorData(error)} onRetry={() => void refetch()} />
        )}
      </StepPage>
    );
  }
  return (
    <PlanEditorProvider
      directory={directory}
      plan={plan}
      onSaved={(saved) => queries.setQueryData(planQuery(client, directory).queryKey, saved)}
    >
      <GainsProvider>
        <PlanPage />
      </GainsProvider>
    </PlanEditorProvider>
  );
}

function PlanPage() {
  const { t } = useTranslation();
  const plan = usePlan();
  const goTo = useNavigation((navigation) => navigation.goTo);
  const [chosen, setChosen] = useState<string>();
  const workload = plan.workloads.find(({ name }) => name === chosen) ?? plan.workloads[0];
  const next = (
    <Button rightSection={<IconArrowRight size={16} />} onClick={() => goTo('edit')} disabled={workload === undefined}>
      {t('common.continueTo', { step: t('app.steps.edit') })}
    </Button>
  );
  return (
    <StepPage
      layout="fill"
      title={t('plan.title')}
      description={t('plan.lead')}
      actions={
        <Changing>
          <PlanToolbar />
          <ResetButton />
        </Changing>
      }
      footer={next}
    >
      <PlanNotices />
      {workload === undefined ? (
        <NoWorkloads />
      ) : (
        <div className={classes.columns}>
          <div className={classes.list}>
            <WorkloadList selected={workload.name} onSelect={setChosen} />
            <SkippedList />
          </div>
          <WorkloadDetails key={workload.name} workload={workload} />
        </div>
      )}
    </StepPage>
  );
}

/** Nothing of the server is to be migrated: nothing was found, or a person left out whatever was. */
function NoWorkloads() {
  const { t } = useTranslation();
  const { skipped } = usePlan();
  const goTo = useNavigation((navigation) => navigation.goTo);
  const nothing = skipped.some(({ migratable }) => migratable) ? 'chosen' : 'found';
  return (
    <div className={classes.empty}>
      <EmptyState
        icon={<IconPackageOff size={28} />}
        title={t(`plan.empty.${nothing}.title`)}
        text={t(`plan.empty.${nothing}.text`)}
        action={
          nothing === 'found' ? <Button onClick={() => goTo('inventory')}>{t('plan.toInventory')}</Button> : undefined
        }
      />
      <SkippedList />
    </div>
  );
}
