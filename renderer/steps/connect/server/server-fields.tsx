import { Checkbox, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SshHost } from '../../../../shared/model/machine.ts';
import { useEngine } from '../../../engine/engine-provider.tsx';
import classes from '../connect.module.css';
import { SignInChoice } from '../sign-in/sign-in-choice.tsx';
import { HostField } from './host-field.tsx';
import type { ServerField, ServerForm } from './server-form.ts';

interface ServerFieldsProps {
  form: ServerForm;
  wrong: readonly ServerField[];
  onChange(changes: Partial<ServerForm>): void;
}

const noHosts: SshHost[] = [];

export function ServerFields({ form, wrong, onChange }: ServerFieldsProps) {
  const { t } = useTranslation();
  const client = useEngine();
  // Offered while one types: without it, one types all of it.
  const { data: hosts = noHosts } = useQuery({ queryKey: ['ssh-hosts'], queryFn: () => client.machine.sshHosts() });
  const known = hosts.find(({ alias }) => alias === form.host);
  const complaint = (field: ServerField) => (wrong.includes(field) ? t(`connect.wrong.${field}`) : undefined);
  return (
    <>
      <div className={classes.address}>
        <HostField host={form.host} hosts={hosts} error={complaint('host')} onChange={(parts) => onChange(parts)} />
        <TextInput
          label={t('connect.user')}
          placeholder={known?.user ?? t('connect.userUsual')}
          value={form.user}
          error={complaint('user')}
          onChange={(event) => onChange({ user: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label={t('connect.port')}
          placeholder={String(known?.port ?? 22)}
          value={form.port}
          error={complaint('port')}
          inputMode="numeric"
          onChange={(event) => onChange({ port: event.currentTarget.value.trim() })}
        />
      </div>
      {known === undefined ? null : <FromConfig host={known} />}
      <SignInChoice signIn={form} error={complaint('keyFile')} onChange={onChange} />
      <TagsInput
        label={t('connect.jump')}
        description={t('connect.jumpHelp')}
        placeholder={form.jump.length > 0 ? '' : (known?.jump.join(', ') ?? '')}
        value={form.jump}
        data={hosts.map(({ alias }) => alias)}
        onChange={(jump) => onChange({ jump })}
        clearButtonProps={{ 'aria-label': t('connect.jumpClear') }}
      />
      <Checkbox
        label={t('connect.sudo')}
        description={t('connect.sudoHelp')}
        checked={form.sudo}
        onChange={(event) => onChange({ sudo: event.currentTarget.checked })}
      />
    </>
  );
}

/** What `~/.ssh/config` adds to an alias. */
function FromConfig({ host }: { host: SshHost }) {
  const { t } = useTranslation();
  const account = host.user === undefined ? '' : `${host.user}@`;
  const address = `${account}${host.hostName}:${host.port}`;
  return (
    <p className={classes.known}>
      {host.jump.length === 0
        ? t('connect.fromConfig', { address })
        : t('connect.fromConfigJump', { address, jump: host.jump.join(' → ') })}
    </p>
  );
}
