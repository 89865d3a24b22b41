import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { useProject } from '../../../project/project.ts';
import classes from '../run.module.css';
import { Section } from '../section.tsx';
import { countByProtocol } from './count-by-protocol.ts';
import { parityQuery } from './parity-query.ts';
import { useProtocolName } from './protocol-name.ts';

/** How a workload's answers compare with the server's, kind by kind; nothing where nothing was compared. */
export function ComparisonSummary({ workload, onOpen }: { workload: string; onOpen: () => void }) {
  const { t } = useTranslation();
  const client = useEngine();
  const { directory } = useProject();
  const protocolName = useProtocolName();
  const { data } = useQuery(parityQuery(client, directory));
  const counts = countByProtocol(data?.workloads.find((one) => one.workload === workload)?.checks ?? []);
  if (counts.length === 0) return null;
  return (
    <Section title={t('run.tabs.parity')}>
      <ul className={classes.counts}>
        {counts.map(({ protocol, same, different, notCompared }) => (
          <li key={protocol} data-different={different > 0 || undefined}>
            <span>{protocolName(protocol)}</span>
            <Text span size="sm" c="dimmed">
              {[
                t('run.parity.same', { count: same }),
                different === 0 ? '' : t('run.parity.different', { count: different }),
                notCompared === 0 ? '' : t('run.parity.notCompared', { count: notCompared }),
              ]
                .filter((text) => text !== '')
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
      <Anchor component="button" type="button" size="sm" onClick={onOpen}>
        {t('run.parity.open')}
      </Anchor>
    </Section>
  );
}
