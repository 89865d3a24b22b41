import { ActionIcon, Kbd, Menu, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconCheck, IconDeviceDesktop, IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../../shared/model/shell.ts';
import { languages } from '../../i18n/i18n.ts';
import { commandKey } from '../commands/command-key.ts';
import { usePreferences } from '../settings/preferences.ts';
import classes from './layout.module.css';

export const themes = [
  { value: 'system', Icon: IconDeviceDesktop },
  { value: 'light', Icon: IconSun },
  { value: 'dark', Icon: IconMoon },
] as const satisfies readonly { value: Preferences['theme']; Icon: unknown }[];

export function HeaderTools() {
  const { t } = useTranslation();
  return (
    <div className={classes.tools}>
      <button type="button" className={classes.commands} onClick={spotlight.open}>
        <IconSearch size={15} aria-hidden />
        <span className={classes.commandsText}>{t('app.commands.open')}</span>
        <Kbd size="xs" aria-hidden>
          {commandKey('K')}
        </Kbd>
      </button>
      <LanguageMenu />
      <ThemeMenu />
    </div>
  );
}

function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const { change } = usePreferences();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Tooltip label={t('app.language')}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('app.language')}>
            <IconLanguage size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {(['en', 'zh'] as const).map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            aria-current={i18n.language === language || undefined}
            rightSection={i18n.language === language ? <IconCheck size={14} /> : null}
            onClick={() => change({ language })}
          >
            {languages[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ThemeMenu() {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const Current = themes.find(({ value }) => value === preferences.theme)?.Icon ?? IconDeviceDesktop;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Tooltip label={t('app.theme.label')}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('app.theme.label')}>
            <Current size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {themes.map(({ value, Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} />}
            aria-current={preferences.theme === value || undefined}
            rightSection={preferences.theme === value ? <IconCheck size={14} /> : null}
            onClick={() => change({ theme: value })}
          >
            {t(`app.theme.${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
