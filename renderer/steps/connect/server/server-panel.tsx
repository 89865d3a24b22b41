import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerGreeting } from '../../../../shared/model/machine.ts';
import { useOffered } from '../../../app/offered.ts';
import { BusyButton } from '../../../components/busy-button.tsx';
import { Panel } from '../../../components/panel.tsx';
import type { JobSpec } from '../../../jobs/jobs.ts';
import { useJobs } from '../../../jobs/jobs-context.tsx';
import { useJob } from '../../../jobs/use-job.ts';
import { useProject, useUpdateProject } from '../../../project/project.ts';
import classes from '../connect.module.css';
import { forgetTest } from '../forget-test.ts';
import { ServerFields } from './server-fields.tsx';
import {
  formToServer,
  joinTarget,
  type ServerField,
  type ServerForm,
  serverToForm,
  wrongFields,
} from './server-form.ts';
import { splitTarget } from './split-target.ts';
import { TestResult } from './test-result.tsx';
import { tidied } from './typed-address.ts';

/** The server's form: what is typed is tested, and kept as soon as the server let us in. */
export function ServerPanel() {
  const { t } = useTranslation();
  const project = useProject();
  const update = useUpdateProject();
  const [form, setForm] = useState<ServerForm>(() => serverToForm(project.server));
  // What was wrong when it was sent: a field that appears later is not complained about before it can be filled in.
  const [wrong, setWrong] = useState<ServerField[]>([]);
  const button = useRef<HTMLButtonElement>(null);
  const jobs = useJobs();
  const test = useJob(testOf(form));
  useOfferedTarget(setForm);

  function testOf(wanted: ServerForm): JobSpec<ServerGreeting> {
    const server = formToServer(wanted);
    return {
      key: `test-server ${project.directory}`,
      title: t('connect.testing', { target: server.target }),
      run: (client, signal) => client.machine.testServer({ server }, { signal }),
      onDone: () => update.mutate({ server }),
    };
  }
  function change(changes: Partial<ServerForm>) {
    setForm({ ...form, ...changes });
    forgetTest(test);
  }
  function start(wanted: ServerForm) {
    // What else starts it goes with the answer before; the focus is not to go with it.
    button.current?.focus({ preventScroll: true });
    setForm(wanted);
    setWrong(wrongFields(wanted));
    if (wrongFields(wanted).length > 0) return;
    test.clear();
    jobs.start(testOf(wanted));
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    // Sent with Enter, the field for the host was not left.
    start(tidied(form));
  }

  // Written as the form writes it.
  const kept = project.server === undefined ? undefined : joinTarget(serverToForm(project.server));
  const isKept = kept === undefined || kept === joinTarget(form);

  return (
    <Panel title={t('connect.server.title')} description={t('connect.server.text')}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <ServerFields
          form={form}
          wrong={wrongFields(form).filter((field) => wrong.includes(field))}
          onChange={change}
        />
        <div className={classes.test}>
          <BusyButton
            ref={button}
            type="submit"
            variant={project.server === undefined ? 'filled' : 'default'}
            leftSection={<IconPlugConnected size={16} />}
            loading={test.status === 'running'}
          >
            {t('connect.test')}
          </BusyButton>
          {test.status === 'running' ? (
            <Button variant="subtle" color="gray" onClick={test.cancel} loading={test.cancelling}>
              {t('common.cancel')}
            </Button>
          ) : (
            <span className={classes.hint}>
              {isKept ? t('connect.testHint') : t('connect.notKept', { kept: kept.replace(/^ssh:\/\//, '') })}
            </span>
          )}
        </div>
        <TestResult
          test={test}
          onRetry={() => start(form)}
          onSudo={form.sudo ? undefined : () => start({ ...form, sudo: true })}
        />
      </form>
    </Panel>
  );
}

/** A link may bring a server's name; the person still decides whether to connect. */
function useOfferedTarget(setForm: (change: (form: ServerForm) => ServerForm) => void) {
  const target = useOffered((offered) => offered.target);
  useEffect(() => {
    if (target === undefined) return;
    setForm((form) => ({ ...form, ...splitTarget(target) }));
    useOffered.setState({ target: undefined });
  }, [target, setForm]);
}
