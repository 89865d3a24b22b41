import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Said } from '../../i18n/said.tsx';
import { Changing } from '../../project/read-only.tsx';
import { takeIn } from './edit/change-plan.ts';
import classes from './plan.module.css';
import { usePlan, usePlanEditor } from './plan-context.tsx';
import { useDecide } from './use-decide.ts';

/** Beside so few workloads there is room for what else was seen. */
const few = 3;

/** What was seen and left out; first what a person left out, which can be taken in again. */
export function SkippedList() {
  const { t } = useTranslation();
  const { skipped, workloads } = usePlan();
  const ordered = [...skipped.filter((one) => one.migratable), ...skipped.filter((one) => !one.migratable)];
  if (skipped.length === 0) return null;
  return (
    <details className={classes.skipped} open={workloads.length <= few}>
      <summary>{t('plan.skipped.title', { count: skipped.length })}</summary>
      <ul>
        {ordered.map(({ name, reason, migratable }) => (
          <li key={`${name} ${reason}`}>
            <Text size="sm" fw={600}>
              <Said text={name} />
            </Text>
            <Text size="xs" c="dimmed">
              <Said text={reason} />
            </Text>
            {migratable ? <TakeIn name={name} /> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function TakeIn({ name }: { name: string }) {
  const { t } = useTranslation();
  const editor = usePlanEditor();
  const { job, decide } = useDecide();
  return (
    <Changing>
      <Button
        size="compact-xs"
        variant="light"
        loading={job.status === 'running'}
        aria-label={t('plan.skipped.takeInLabel', { name })}
        onClick={() =>
          decide({}, (fresh) => editor.change((plan) => takeIn(plan, fresh, name), t('plan.changes.takeIn', { name })))
        }
      >
        {t('plan.skipped.takeIn')}
      </Button>
    </Changing>
  );
}
