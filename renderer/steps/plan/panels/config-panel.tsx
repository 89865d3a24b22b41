import { Button, Code, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../../shared/model/plan.ts';
import { Panel } from '../../../components/panel.tsx';
import { PathText } from '../../../components/path-text.tsx';
import { Said } from '../../../i18n/said.tsx';
import { makeSecret } from '../edit/change-plan.ts';
import classes from '../plan.module.css';
import { byHand, useChangeWorkload } from '../plan-context.tsx';
import { EnvironmentPanel } from './environment-panel.tsx';

/** What is kept apart from the image: configuration, secrets, variables, each with where it lives. */
export function ConfigPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Text size="sm">{t('plan.config.lead')}</Text>
      <FilesPanel workload={workload} />
      <SecretsPanel workload={workload} />
      <EnvironmentPanel workload={workload} />
    </Stack>
  );
}

function FilesPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const { name, config } = workload;
  const change = useChangeWorkload(name);
  return (
    <Panel title={t('plan.config.files')} flush={config.length > 0}>
      {config.length === 0 ? (
        <Text size="sm">{t('plan.config.noFiles')}</Text>
      ) : (
        <Places
          rows={config.map(({ path, scope, reason }) => ({
            path,
            lives: `workloads/${name}/config${path}`,
            reason,
            action:
              scope === 'tree' ? null : (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('plan.config.makeSecretLabel', { path })}
                  onClick={() => change((one) => makeSecret(one, path, byHand), t('plan.changes.secret', { path }))}
                >
                  {t('plan.config.makeSecret')}
                </Button>
              ),
          }))}
        />
      )}
    </Panel>
  );
}

function SecretsPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const { name, secrets } = workload;
  return (
    <Panel title={t('plan.config.secrets')} flush={secrets.length > 0}>
      {secrets.length === 0 ? (
        <Text size="sm">{t('plan.config.noSecrets')}</Text>
      ) : (
        <Places
          rows={secrets.map((secret) => ({
            path: secret.kind === 'file' ? secret.path : t('plan.config.variable', { name: secret.variable }),
            lives: secret.kind === 'file' ? `secrets/${name}${secret.path}` : `secrets/${name}.env`,
            reason: secret.reason,
            action: null,
          }))}
        />
      )}
    </Panel>
  );
}

function Places({ rows }: { rows: { path: string; lives: string; reason: string; action: React.ReactNode }[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={560}>
      {/* Fixed: the tables of this page stand below one another, and their columns line up. */}
      <Table verticalSpacing={6} layout="fixed">
        <colgroup>
          <col style={{ width: '27%' }} />
          <col style={{ width: '29%' }} />
          <col />
          <col style={{ width: 140 }} />
        </colgroup>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('plan.config.path')}</Table.Th>
            <Table.Th>{t('plan.config.where')}</Table.Th>
            <Table.Th>{t('plan.config.why')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ path, lives, reason, action }) => (
            <Table.Tr key={path}>
              <Table.Td className={classes.path}>
                <Code>
                  <PathText path={path} />
                </Code>
              </Table.Td>
              <Table.Td className={classes.path}>
                <Text size="xs" c="dimmed" ff="monospace">
                  <PathText path={lives} />
                </Text>
              </Table.Td>
              <Table.Td className={classes.path}>
                <Text size="sm">
                  <Said text={reason} />
                </Text>
              </Table.Td>
              <Table.Td className={classes.action}>{action}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
