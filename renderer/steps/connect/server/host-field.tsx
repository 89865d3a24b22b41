import { Autocomplete } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SshHost } from '../../../../shared/model/machine.ts';
import classes from '../connect.module.css';
import type { ServerForm } from './server-form.ts';
import { readTyped } from './typed-address.ts';

interface HostFieldProps {
  host: string;
  hosts: readonly SshHost[];
  error: string | undefined;
  onChange(parts: Partial<ServerForm>): void;
}

/** The host's name, with the hosts of `~/.ssh/config` offered; an address or a command that is pasted fills the other fields too. */
export function HostField({ host, hosts, error, onChange }: HostFieldProps) {
  const { t } = useTranslation();
  const about = new Map(hosts.map(({ alias, hostName, user }) => [alias, user ? `${user}@${hostName}` : hostName]));

  function spread() {
    const parts = readTyped(host);
    if (parts.host !== host) onChange(parts);
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
