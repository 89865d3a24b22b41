import { Button } from '@mantine/core';
import { memo, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorCard } from '../components/error-card.tsx';
import { Loading } from '../components/loading.tsx';
import { StepPage } from '../components/step-page.tsx';
import { toErrorData } from '../engine/error-data.ts';
import { HeldProject } from '../project/held-project.tsx';
import { useProjectQuery } from '../project/project.ts';
import { CrashPage } from './crash-page.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { markInteractive } from './interactive.ts';
import { useNavigation } from './navigation/navigation.ts';
import { reachableStep, type Step } from './navigation/steps.ts';
import { stepScreens } from './step-screens.ts';

/**
 * The screen of the step one is at; the project is there before any step but the first is shown. A screen is much to draw:
 * the one before stays, and the page goes on answering, until it is done.
 */
export function CurrentStep() {
  const { step, directory, resuming } = usePlaceToDraw();
  const project = useProjectQuery();
  if (resuming) return null;
  if (step === 'start' || directory === undefined) return <Screen step="start" />;
  if (project.isPending) return <StepLoading step={step} />;
  if (project.isError) return <ProjectFailed error={project.error} onRetry={() => void project.refetch()} />;
  const { heldBy } = project.data;
  return (
    <HeldProject key={directory} directory={directory} heldBy={heldBy}>
      <Screen step={reachableStep(step, project.data)} />
    </HeldProject>
  );
}

function usePlaceToDraw() {
  const place = useNavigation();
  const drawn = useDeferredValue(place);
  // What is of one project must not be drawn with another one open, and at the start there is nothing that could stay.
  return drawn.directory === place.directory && !drawn.resuming ? drawn : place;
}

const Screen = memo(function Screen({ step }: { step: Step }) {
  return (
    <ErrorBoundary key={step} fallback={(error) => <CrashPage error={error} />}>
      <Suspense fallback={<StepLoading step={step} />}>
        <Content step={step} />
        <Interactive />
      </Suspense>
    </ErrorBoundary>
  );
});

function Content({ step }: { step: Step }) {
  // One and the same for as long as it is shown, however it came.
  const [Loaded] = useState(stepScreens[step].component);
  return <Loaded />;
}

/** Beside a screen: its effect comes with the screen's own, once that is loaded and shown. */
function Interactive() {
  useEffect(markInteractive, []);
  return null;
}

function StepLoading({ step }: { step: Step }) {
  const { t } = useTranslation();
  return (
    <StepPage title={t(`app.steps.${step}`)}>
      <Loading lines={5} />
    </StepPage>
  );
}

function ProjectFailed({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { t } = useTranslation();
  const leaveProject = useNavigation((navigation) => navigation.leaveProject);
  return (
    <StepPage title={t('app.projectFailed')}>
      <ErrorCard
        error={toErrorData(error)}
        onRetry={onRetry}
        actions={
          <Button size="xs" variant="default" onClick={leaveProject}>
            {t('app.toStart')}
          </Button>
        }
      />
    </StepPage>
  );
}
