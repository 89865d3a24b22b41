import { Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorData } from '../../../../shared/errors.ts';
import type { RunningContainer } from '../../../../shared/model/containers.ts';
import { ErrorCard } from '../../../components/error-card.tsx';
import { formatBytes } from '../../../components/format-bytes.ts';
import { formatPercent } from '../../../components/format-percent.ts';
import { Panel } from '../../../components/panel.tsx';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { toErrorData } from '../../../engine/error-data.ts';
import { useProject } from '../../../project/project.ts';
import classes from '../run.module.css';
import { Chart } from './chart.tsx';
import { noReadings, type Series, withReading } from './series.ts';

/** CPU, memory and network of a container, as they go. */
export function StatsView({ container }: { container: RunningContainer }) {
  const { t, i18n } = useTranslation();
  const { series, error, retry } = useStats(container.id);
  const bytes = useCallback((value: number) => formatBytes(value, i18n.language), [i18n.language]);
  const percent = useCallback((value: number) => formatPercent(value, i18n.language), [i18n.language]);
  const rate = useCallback((value: number) => t('run.containers.rate', { bytes: bytes(value) }), [t, bytes]);
  const { last } = series;
  if (error !== undefined) return <ErrorCard error={error} onRetry={retry} />;
  if (last === undefined) return <Text size="sm">{t('run.containers.waiting')}</Text>;
  const memory = t('run.containers.memoryOf', { used: bytes(last.memoryBytes), limit: bytes(last.memoryLimitBytes) });
  const network = t('run.containers.networkRate', {
    received: bytes(series.received.at(-1) ?? 0),
    sent: bytes(series.sent.at(-1) ?? 0),
  });
  return (
    <div className={classes.charts}>
      <Panel
        title={t('run.containers.cpu')}
        description={t('run.containers.cpuOf', { percent: percent(last.cpuPercent) })}
      >
        <Chart
          label={`${t('run.containers.cpu')}: ${percent(last.cpuPercent)}`}
          data={[series.times, series.cpuPercent]}
          lines={[t('run.containers.cpu')]}
          format={percent}
        />
      </Panel>
      <Panel title={t('run.containers.memory')} description={memory}>
        <Chart
          label={`${t('run.containers.memory')}: ${memory}`}
          data={[series.times, series.memoryBytes]}
          lines={[t('run.containers.memory')]}
          format={bytes}
        />
      </Panel>
      <Panel title={t('run.containers.network')} description={network}>
        <Chart
          label={`${t('run.containers.network')}: ${network}`}
          data={[series.times, series.received, series.sent]}
          lines={[t('run.containers.received'), t('run.containers.sent')]}
          format={rate}
          floor={1000}
        />
      </Panel>
    </div>
  );
}

function useStats(container: string): { series: Series; error: ErrorData | undefined; retry(): void } {
  const client = useEngine();
  const { directory } = useProject();
  const [series, setSeries] = useState(noReadings);
  const [error, setError] = useState<ErrorData>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    setSeries(noReadings);
    setError(undefined);
    (async () => {
      for await (const reading of await client.containers.stats({ directory, container }, { signal })) {
        setSeries((before) => withReading(before, reading));
      }
    })().catch((failure: unknown) => {
      if (!signal.aborted) setError(toErrorData(failure));
    });
    return () => abort.abort();
  }, [client, directory, container, attempt]);
  return { series, error, retry: () => setAttempt((count) => count + 1) };
}
