import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../../shared/model/plan.ts';
import { Panel } from '../../../components/panel.tsx';
import { Said } from '../../../i18n/said.tsx';
import { byHand, useChangeWorkload } from '../plan-context.tsx';
import { DraftInput } from './draft-input.tsx';
import { DraftNumber } from './draft-number.tsx';

const mebibyte = 1024 * 1024;

/** What the container may use, and how it is stopped. */
export function LimitsPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const { name, limits, stop } = workload;
  const change = useChangeWorkload(name);
  const label = t('plan.changes.setting', { name });
  const limit = (changes: Partial<Workload['limits']>) =>
    change((one) => ({ ...one, limits: { ...one.limits, ...changes, reason: byHand } }), label);
  return (
    <Panel title={t('plan.runtime.limits')} description={<Said text={limits.reason} />}>
      <SimpleGrid cols={{ base: 3, lg: 5 }}>
        <DraftNumber
          label={t('plan.runtime.memory')}
          min={4}
          allowDecimal={false}
          value={Math.ceil(limits.memoryBytes / mebibyte)}
          onCommit={(value) => limit({ memoryBytes: value * mebibyte })}
        />
        <DraftNumber
          label={t('plan.runtime.cpus')}
          min={0.01}
          step={0.25}
          value={limits.cpus}
          onCommit={(cpus) => limit({ cpus })}
        />
        <DraftNumber
          label={t('plan.runtime.pids')}
          min={1}
          allowDecimal={false}
          value={limits.pids}
          onCommit={(pids) => limit({ pids })}
        />
        <DraftInput
          label={t('plan.runtime.signal')}
          value={stop.signal}
          isValid={(signal) => /^SIG[A-Z0-9+]+$/.test(signal)}
          onCommit={(signal) => change((one) => ({ ...one, stop: { ...one.stop, signal } }), label)}
        />
        <DraftNumber
          label={t('plan.runtime.grace')}
          min={0}
          value={stop.graceSeconds}
          onCommit={(graceSeconds) => change((one) => ({ ...one, stop: { ...one.stop, graceSeconds } }), label)}
        />
      </SimpleGrid>
    </Panel>
  );
}
