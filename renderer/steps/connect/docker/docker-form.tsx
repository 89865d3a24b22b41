import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorReport } from '../../../../shared/model/doctor.ts';
import type { DockerContext } from '../../../../shared/model/machine.ts';
import { BusyButton } from '../../../components/busy-button.tsx';
import { ErrorCard } from '../../../components/error-card.tsx';
import { useReveal } from '../../../components/use-reveal.ts';
import { useJob } from '../../../jobs/use-job.ts';
import { useProject, useUpdateProject } from '../../../project/project.ts';
import classes from '../connect.module.css';
import { forgetTest } from '../forget-test.ts';
import { inputToSignIn, lacksKey, signInToInput, usualSignIn } from '../sign-in/sign-in.ts';
import { SignInChoice } from '../sign-in/sign-in-choice.tsx';
import { ContextOption } from './context-option.tsx';
import { addressChoice, chosenAtFirst, goesOverSsh, isDockerAddress } from './docker-address.ts';
import { DoctorResult } from './doctor-result.tsx';

/** The choice of a Docker host: it is examined, and kept as soon as it answers. */
export function DockerForm({ contexts }: { contexts: readonly DockerContext[] }) {
  const { t } = useTranslation();
  const project = useProject();
  const update = useUpdateProject();
  const first = chosenAtFirst(project.docker?.host, contexts);
  const [choice, setChoice] = useState(first.choice);
  const [address, setAddress] = useState(first.address);
  const [signIn, setSignIn] = useState(project.docker === undefined ? usualSignIn : inputToSignIn(project.docker));
  const [complain, setComplain] = useState(false);
  const host = choice === addressChoice ? address.trim() : choice;
  const wrong = choice === addressChoice && !isDockerAddress(host);
  const overSsh = goesOverSsh(host, contexts);
  const keyless = overSsh && lacksKey(signIn);
  const docker = { host, ...signInToInput(overSsh ? signIn : usualSignIn), acceptNewHostKey: false };
  const doctor = useJob<DoctorReport>({
    key: `doctor ${project.directory}`,
    title: t('connect.docker.checking', { host }),
    run: (client, signal) => client.doctor({ docker }, { signal }),
    onDone: () => update.mutate({ docker }),
  });
  const button = useRef<HTMLButtonElement>(null);
  const shown = useReveal<HTMLDivElement>(doctor.status === 'running');

  function start() {
    // What else starts it goes with the answer before; the focus is not to go with it.
    button.current?.focus({ preventScroll: true });
    setComplain(true);
    if (wrong || keyless) return;
    doctor.clear();
    doctor.start();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    start();
  }

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <Radio.Group
        value={choice}
        onChange={(value) => {
          setChoice(value);
          forgetTest(doctor);
        }}
        aria-label={t('connect.docker.title')}
      >
        <Stack gap={8}>
          {contexts.map((context) => (
            <ContextOption key={context.name} context={context} />
          ))}
          <Radio value={addressChoice} label={t('connect.docker.other')} description={t('connect.docker.otherHelp')} />
        </Stack>
      </Radio.Group>
      {choice === addressChoice ? (
        <TextInput
          className={classes.indented ?? ''}
          label={t('connect.docker.address')}
          placeholder="ssh://build@docker.example.net"
          value={address}
          error={complain && wrong ? t('connect.docker.wrong') : undefined}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            forgetTest(doctor);
          }}
          spellCheck={false}
        />
      ) : null}
      {overSsh ? (
        <SignInChoice
          signIn={signIn}
          error={complain && keyless ? t('connect.wrong.keyFile') : undefined}
          onChange={(changes) => {
            setSignIn({ ...signIn, ...changes });
            forgetTest(doctor);
          }}
        />
      ) : null}
      <div className={classes.test}>
        <BusyButton
          ref={button}
          type="submit"
          variant="default"
          leftSection={<IconStethoscope size={16} />}
          loading={doctor.status === 'running'}
        >
          {t('connect.docker.check')}
        </BusyButton>
        {doctor.status === 'running' ? (
          <Button variant="subtle" color="gray" onClick={doctor.cancel} loading={doctor.cancelling}>
            {t('common.cancel')}
          </Button>
        ) : null}
      </div>
      <div ref={shown} className={classes.answer}>
        {doctor.error === undefined ? null : <ErrorCard error={doctor.error} onRetry={start} />}
        {doctor.result === undefined ? null : <DoctorResult report={doctor.result} />}
      </div>
    </form>
  );
}
