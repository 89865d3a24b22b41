import { Kbd } from '@mantine/core';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconArrowRight, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKeptSecrets } from '../settings/kept-secrets.ts';
import { useCommands } from './app-commands.tsx';
import type { Command } from './command-state.ts';

/** The list of everything one can do, opened by Ctrl or Cmd and K. */
export function CommandPalette() {
  const { t } = useTranslation();
  const commands = useCommands();
  const { lookAgain } = useKeptSecrets();
  return (
    <Spotlight
      attributes={{ content: { 'aria-label': t('app.commands.open') } }}
      actions={inGroups(commands)}
      onSpotlightOpen={lookAgain}
      shortcut={['mod + K', 'mod + shift + P']}
      nothingFound={t('app.commands.nothing')}
      highlightQuery
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('app.commands.placeholder'),
        'aria-label': t('app.commands.placeholder'),
      }}
    />
  );
}

function inGroups(commands: readonly Command[]): SpotlightActionGroupData[] {
  const groups = new Map<string, SpotlightActionGroupData>();
  for (const command of commands) {
    const group = groups.get(command.group) ?? { group: command.group, actions: [] };
    group.actions.push({
      id: command.id,
      label: command.label,
      leftSection: command.icon ?? <IconArrowRight size={18} />,
      rightSection: command.keys === undefined ? null : <Kbd size="xs">{command.keys}</Kbd>,
      onClick: command.run,
    });
    groups.set(command.group, group);
  }
  return [...groups.values()];
}
