import { Autocomplete } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SshHost } from '../../../../shared/model/machine.ts';
import classes from '../connect.module.css';
import { type ServerForm, splitTarget } from './server-form.ts';

interface HostFieldProps {
  host: string;
  hosts: readonly SshHost[];
  error: string | undefined;
  onChange(parts: Partial<Pick<ServerForm, 'host' | 'user' | 'port'>>): void;
}

/** The host's name, with the hosts of `~/.ssh/config` offered; a whole address that is pasted fills the other fields too. */
export function HostField({ host, hosts, error, onChange }: HostFieldProps) {
  const { t } = useTranslation();
  const about = new Map(hosts.map(({ alias, hostName, user }) => [alias, user ? `${user}@${hostName}` : hostName]));

  function spread() {
    const { host: name, user, port } = splitTarget(host);
    if (name !== host) onChange({ host: name, ...(user === '' ? {} : { user }), ...(port === '' ? {} : { port }) });
  }

  return (
    <Autocomplete
      label={t('connect.host')}
      placeholder="portal.example.net"
      value={host}
      error={error}
      data={hosts.map(({ alias }) => alias)}
      onChange={(value) => onChange({ host: value })}
      onBlur={spread}
      renderOption={({ option }) => (
        <span className={classes.option}>
          {option.value}
          <span>{about.get(option.value)}</span>
        </span>
      )}
      limit={50}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
