import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts } from '../../../../shared/model/facts.ts';
import { VirtualTable } from '../../../components/virtual-table/virtual-table.tsx';
import type { ViewProps } from '../views/view-props.ts';

type Row = Facts['users'][number] & { memberOf: string };

/** Accounts, with the groups they are in. */
export function UsersTable({ facts }: ViewProps) {
  const { t } = useTranslation();
  const rows = useMemo(
    () => facts.users.map((user) => ({ ...user, memberOf: groupsOf(facts, user).join(', ') })),
    [facts],
  );
  const columns = useMemo(
    () => [
      { id: 'id', header: t('inventory.columns.id'), value: (row: Row) => row.uid, width: 90, align: 'right' as const },
      { id: 'name', header: t('inventory.columns.name'), value: (row: Row) => row.name, width: 180 },
      { id: 'group', header: t('inventory.columns.group'), value: (row: Row) => row.memberOf },
      { id: 'home', header: t('inventory.columns.home'), value: (row: Row) => row.home, mono: true },
      {
        id: 'shell',
        header: t('inventory.columns.shell'),
        value: (row: Row) => row.shell,
        width: 200,
        mono: true,
        filter: 'choice' as const,
      },
    ],
    [t],
  );
  return <VirtualTable label={t('inventory.tabs.users')} rows={rows} columns={columns} rowKey={(row) => row.name} />;
}

function groupsOf(facts: Facts, user: Facts['users'][number]): string[] {
  return facts.groups
    .filter((group) => group.gid === user.gid || group.members.includes(user.name))
    .map((group) => group.name);
}
