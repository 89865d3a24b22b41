import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts } from '../../../../shared/model/facts.ts';
import { formatBytes } from '../../../components/format-bytes.ts';
import { formatDate } from '../../../components/format-date.ts';
import { formatPercent } from '../../../components/format-percent.ts';
import { isOver, supportOf } from '../support.ts';
import type { ViewProps } from './view-props.ts';
import classes from './views.module.css';

/** What one wants to know of a server first: its system and age, its size, how busy it is. */
export function Glance({ facts, services }: ViewProps) {
  const { t, i18n } = useTranslation();
  const { os, processes } = facts;
  const bytes = (value: number) => formatBytes(value, i18n.language);
  const used = processes.reduce((sum, process) => sum + process.rssBytes, 0);
  const workloads = services.filter((service) => service.workload !== undefined).length;
  return (
    <dl className={classes.glance} aria-label={t('inventory.glance.label')}>
      <Fact title={t('inventory.glance.os')}>
        {os.prettyName}
        <SupportNote os={os} />
      </Fact>
      <Fact title={t('inventory.glance.hardware')}>
        {t('inventory.glance.cpus', { count: os.cpus })}, {bytes(os.memoryBytes)}, {os.architecture}
        <Note>{os.virtualization}</Note>
      </Fact>
      <Fact title={t('inventory.glance.up')}>
        {formatDate(os.bootTime * 1000, i18n.language, 'day')}
        <Note>
          {t('inventory.glance.kernel')} {os.kernel}
        </Note>
      </Fact>
      <Fact title={t('inventory.glance.load')}>
        {t('inventory.glance.loadValue', { percent: averageLoad(facts, i18n.language) })}
        <Note>{t('inventory.glance.memoryValue', { used: bytes(used), total: bytes(os.memoryBytes) })}</Note>
      </Fact>
      <Fact title={t('inventory.glance.counts')}>
        {t('inventory.glance.workloads', { count: workloads })}
        <Note>{t('inventory.glance.services', { count: services.length })}</Note>
      </Fact>
    </dl>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}

function SupportNote({ os }: { os: Facts['os'] }) {
  const { t, i18n } = useTranslation();
  const support = supportOf(os);
  if (support === undefined) return null;
  const over = isOver(support, new Date());
  const month = formatDate(`${support.ends}-01T00:00:00Z`, i18n.language, 'month');
  return (
    <Text size="xs" c={over ? 'red' : 'dimmed'}>
      {t(over ? 'inventory.glance.unsupported' : 'inventory.glance.supported', { month })}
    </Text>
  );
}

/** Of all CPUs together, since boot: what the processes that still run have used. */
function averageLoad({ os, processes }: Facts, language: string): string {
  const used = processes.reduce((sum, process) => sum + process.cpuSeconds, 0);
  const percent = Math.min(100, (100 * used) / Math.max(1, os.uptimeSeconds * os.cpus));
  return percent < 0.1 ? `< ${formatPercent(0.1, language)}` : formatPercent(percent, language);
}
