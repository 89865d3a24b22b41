import { Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptionalProject } from '../../project/project.ts';
import { useNavigation } from '../navigation/navigation.ts';
import { type Step, type StepState, stepState, steps } from '../navigation/steps.ts';
import classes from './layout.module.css';

/** The seven steps: what is done, where one is, and what has to happen before the others. */
export function StepRail() {
  const { t } = useTranslation();
  const { step: current, goTo } = useNavigation();
  const project = useOptionalProject();
  return (
    <nav className={classes.rail} aria-label={t('app.steps.label')}>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step}>
            <StepButton
              step={step}
              number={index + 1}
              state={stepState(step, project)}
              current={step === current}
              onGo={() => goTo(step)}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepButtonProps {
  step: Step;
  number: number;
  state: StepState;
  current: boolean;
  onGo(): void;
}

function StepButton({ step, number, state, current, onGo }: StepButtonProps) {
  const { t } = useTranslation();
  const id = useId();
  const blocked = state.kind === 'blocked';
  const reason = blocked ? t(`app.blocked.${state.blocker}`) : undefined;
  return (
    <>
      <Tooltip label={reason} disabled={!blocked} position="right" openDelay={0}>
        <button
          type="button"
          className={classes.step}
          data-state={state.kind}
          // Stays in the tab order, so that the reason can be read by keyboard too.
          aria-disabled={blocked || undefined}
          aria-current={current ? 'step' : undefined}
          aria-describedby={id}
          onClick={() => {
            if (!blocked) onGo();
          }}
        >
          <span className={classes.number} aria-hidden>
            {state.kind === 'done' && !current ? <IconCheck size={14} stroke={2.5} /> : number}
          </span>
          <span className={classes.stepName}>{t(`app.steps.${step}`)}</span>
        </button>
      </Tooltip>
      <span id={id} hidden>
        {reason === undefined
          ? t(`app.stepState.${state.kind === 'done' ? 'done' : 'open'}`)
          : t('app.stepState.blocked', { reason })}
      </span>
    </>
  );
}
