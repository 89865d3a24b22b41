import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Said } from '../../i18n/said.tsx';
import { usePlan } from './plan-context.tsx';

/** What was seen and left out, folded away but never hidden. */
export function SkippedList() {
  const { t } = useTranslation();
  const { skipped } = usePlan();
  if (skipped.length === 0) return null;
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed" mt="md" style={{ cursor: 'pointer' }}>
        {t('plan.skipped.title', { count: skipped.length })}
      </Text>
      {skipped.map(({ name, reason }) => (
        <div key={`${name} ${reason}`}>
          <Text size="sm" fw={600} mt="xs">
            <Said text={name} />
          </Text>
          <Text size="xs" c="dimmed">
            <Said text={reason} />
          </Text>
        </div>
      ))}
    </details>
  );
}
