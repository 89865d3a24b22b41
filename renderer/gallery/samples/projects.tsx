import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DemoState } from '../../../shared/model/demo.ts';
import { Panel } from '../../components/panel.tsx';
import { HeldBar } from '../../project/held-project.tsx';
import { DemoOffer } from '../../steps/start/demo-offer.tsx';
import { InProject } from '../in-project.tsx';
import { Sample } from '../sample.tsx';

const started = { directory: '/home/engineer/demo', at: '2026-11-02T08:30:00.000Z' };
const heldBy = { host: 'workstation', pid: 4120, since: '2026-11-02T08:30:00.000Z' };

const offers: Record<string, DemoState> = {
  possible: { possible: true },
  running: { possible: true, started: { ...started, running: true } },
  'half started': { possible: true, started: { ...started, running: false } },
  'without Node': { possible: 'no-node' },
  'without a checkout': { possible: 'no-checkout' },
};

/** What is said about a project before one works on it. */
export function ProjectSamples() {
  return (
    <InProject>
      {Object.entries(offers).map(([name, state]) => (
        <Sample key={name} name={`DemoOffer, ${name}`}>
          <Offer state={state} />
        </Sample>
      ))}
      <Sample name="HeldBar">
        <HeldBar heldBy={heldBy} busy={false} onTakeOver={() => {}} onRetry={undefined} />
      </Sample>
      <Sample name="HeldBar, let go and not to be opened">
        <HeldBar heldBy={heldBy} busy={false} onTakeOver={() => {}} onRetry={() => {}} />
      </Sample>
    </InProject>
  );
}

function Offer({ state }: { state: DemoState }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('start.demo.title')} description={t('start.demo.text')}>
      <Stack>
        <DemoOffer state={state} onStart={() => {}} onStop={() => {}} />
      </Stack>
    </Panel>
  );
}
