import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerGreeting } from '../../../../shared/model/machine.ts';
import { useOffered } from '../../../app/offered.ts';
import { Panel } from '../../../components/panel.tsx';
import { useJob } from '../../../jobs/use-job.ts';
import { useProject, useUpdateProject } from '../../../project/project.ts';
import classes from '../connect.module.css';
import { ServerFields } from './server-fields.tsx';
import { formToServer, type ServerForm, serverToForm, splitTarget, wrongFields } from './server-form.ts';
import { TestResult } from './test-result.tsx';

/** The server's form: what is typed is tested, and kept as soon as the server let us in. */
export function ServerPanel() {
  const { t } = useTranslation();
  const project = useProject();
  const update = useUpdateProject();
  const [form, setForm] = useState<ServerForm>(() => serverToForm(project.server));
  const [complain, setComplain] = useState(false);
  const server = formToServer(form);
  const test = useJob<ServerGreeting>({
    key: 'test-server',
    title: t('connect.testing', { target: server.target }),
    run: (client, signal) => client.machine.testServer({ server }, { signal }),
    onDone: () => update.mutate({ server }),
  });
  useOfferedTarget(setForm);

  function change(changes: Partial<ServerForm>) {
    setForm({ ...form, ...changes });
    // What was found of another server says nothing about this one.
    test.clear();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setComplain(true);
    if (wrongFields(form).length > 0) return;
    test.clear();
    test.start();
  }

  return (
    <Panel title={t('connect.server.title')} description={t('connect.server.text')}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <ServerFields form={form} wrong={complain ? wrongFields(form) : []} onChange={change} />
        <div className={classes.test}>
          <Button
            type="submit"
            variant={project.server === undefined ? 'filled' : 'default'}
            leftSection={<IconPlugConnected size={16} />}
            loading={test.status === 'running'}
          >
            {t('connect.test')}
          </Button>
          {test.status === 'running' ? (
            <Button variant="subtle" color="gray" onClick={test.cancel} loading={test.cancelling}>
              {t('common.cancel')}
            </Button>
          ) : (
            <span className={classes.hint}>{t('connect.testHint')}</span>
          )}
        </div>
        <TestResult test={test} onSudo={form.sudo ? undefined : () => change({ sudo: true })} />
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
