import { Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.tsx';
import { Panel } from '../../components/panel.tsx';
import { useProject } from '../../project/project.ts';
import { colleagueCommands, type Delivery, lastName } from './colleague-commands.ts';

/** The commands that run the bundle on a machine without Slipway. */
export function Colleague({ hasSecrets, delivery }: { hasSecrets: boolean; delivery: Delivery }) {
  const { t } = useTranslation();
  const { name, directory } = useProject();
  // The folder is called after the project, in the letters that folders take.
  const commands = colleagueCommands(lastName(directory) || name, delivery);
  return (
    <Panel title={t('export.colleague.title')} description={t('export.colleague.text')}>
      <Group align="flex-start" wrap="nowrap">
        <Code block flex={1}>
          {commands}
        </Code>
        <CopyButton value={commands} />
      </Group>
      {hasSecrets ? (
        <Text size="sm" mt="xs">
          {t('export.colleague.secrets')}
        </Text>
      ) : null}
    </Panel>
  );
}
