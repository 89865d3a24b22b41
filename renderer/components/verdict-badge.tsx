import { Badge, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconPlayerPlay, IconPlayerSkipForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../shared/model/result.ts';

const looks = {
  equivalent: { color: 'green', Icon: IconCircleCheck },
  runs: { color: 'harbor', Icon: IconPlayerPlay },
  failed: { color: 'red', Icon: IconCircleX },
  skipped: { color: 'gray', Icon: IconPlayerSkipForward },
} as const satisfies Record<Verdict, unknown>;

/** What the test run proved about a workload. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const { color, Icon } = looks[verdict];
  return (
    <Tooltip label={t(`components.verdict.${verdict}Text`)}>
      <Badge variant="light" color={color} leftSection={<Icon size={14} aria-hidden />} tt="none" size="lg" fw={600}>
        {t(`components.verdict.${verdict}`)}
      </Badge>
    </Tooltip>
  );
}
