import { ActionIcon, Kbd, Menu, type MenuItemProps, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconCheck, IconDeviceDesktop, IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import type { AriaAttributes, PropsWithChildren, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageSchema, type Preferences } from '../../../shared/model/shell.ts';
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
    <HeaderMenu label={t('app.language')} icon={<IconLanguage size={18} />}>
      {languageSchema.options.map((language) => (
        <Menu.Item
          key={language}
          lang={language}
          {...chosen(i18n.language === language)}
          onClick={() => change({ language })}
        >
          {languages[language]}
        </Menu.Item>
      ))}
    </HeaderMenu>
  );
}

function ThemeMenu() {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const Current = themes.find(({ value }) => value === preferences.theme)?.Icon ?? IconDeviceDesktop;
  return (
    <HeaderMenu label={t('app.theme.label')} icon={<Current size={18} />}>
      {themes.map(({ value, Icon }) => (
        <Menu.Item
          key={value}
          leftSection={<Icon size={16} />}
          {...chosen(preferences.theme === value)}
          onClick={() => change({ theme: value })}
        >
          {t(`app.theme.${value}`)}
        </Menu.Item>
      ))}
    </HeaderMenu>
  );
}

interface HeaderMenuProps {
  label: string;
  icon: ReactNode;
}

function HeaderMenu({ label, icon, children }: PropsWithChildren<HeaderMenuProps>) {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label}>
            {icon}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

/** How the choice in force is marked, for the eye and for a screen reader. */
function chosen(isChosen: boolean): Pick<MenuItemProps, 'rightSection'> & AriaAttributes {
  return isChosen ? { 'aria-current': true, rightSection: <IconCheck size={14} /> } : {};
}
