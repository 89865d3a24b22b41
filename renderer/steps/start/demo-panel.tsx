import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorCard } from '../../components/error-card.tsx';
import { Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { toErrorData } from '../../engine/error-data.ts';
import { JobPanel } from '../../jobs/job-panel.tsx';
import { DemoOffer } from './demo-offer.tsx';
import classes from './start.module.css';
import { useDemoStart, useDemoStop } from './use-demo.ts';

/** A server to try everything on, for whoever has none at hand. */
export function DemoPanel() {
  const { t } = useTranslation();
  const client = useEngine();
  const start = useDemoStart();
  const stop = useDemoStop();
  // Asked anew whenever one of the two begins or ends, however it ends.
  const queryKey = ['demo', start.status, stop.status];
  const state = useQuery({ queryKey, queryFn: () => client.demo.state(), staleTime: 0 });
  const job = [start, stop].find(({ status }) => status !== 'idle' && status !== 'done');
  return (
    <Panel title={t('start.demo.title')} description={t('start.demo.text')}>
      <div className={classes.demo}>
        {job === undefined ? null : <JobPanel job={job} logOpen />}
        {state.isPending ? <Loading lines={2} /> : null}
        {state.isError ? <ErrorCard error={toErrorData(state.error)} onRetry={() => void state.refetch()} /> : null}
        {state.data === undefined || job?.status === 'running' ? null : (
          <DemoOffer state={state.data} onStart={start.start} onStop={stop.start} />
        )}
      </div>
    </Panel>
  );
}
