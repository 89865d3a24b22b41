import { IconDoorExit, IconKeyboard, IconKeyOff, IconLanguage, IconPalette } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../../shared/model/shell.ts';
import { languages } from '../../i18n/i18n.ts';
import { useOptionalProject } from '../../project/project.ts';
import { themes } from '../layout/header-tools.tsx';
import { useNavigation } from '../navigation/navigation.ts';
import { stepState, steps } from '../navigation/steps.ts';
import { useKeptSecrets } from '../settings/kept-secrets.ts';
import { usePreferences } from '../settings/preferences.ts';
import { altKey } from './command-key.ts';
import { type Command, useCommandState } from './command-state.ts';

/** Everything that can be done from anywhere, and what the step at hand adds. */
export function useCommands(): Command[] {
  const ofThisStep = useCommandState((state) => state.stepCommands);
  return [...ofThisStep, ...useStepList(), ...useAppList(), ...useForgetList()];
}

function useStepList(): Command[] {
  const { t } = useTranslation();
  const project = useOptionalProject();
  const goTo = useNavigation((navigation) => navigation.goTo);
  return steps
    .filter((step) => stepState(step, project).kind !== 'blocked')
    .map((step) => ({
      id: `step-${step}`,
      group: t('app.commands.group.steps'),
      label: t('app.commands.goTo', { step: t(`app.steps.${step}`) }),
      keys: altKey(String(steps.indexOf(step) + 1)),
      run: () => goTo(step),
    }));
}

function useAppList(): Command[] {
  const { t } = useTranslation();
  const { change } = usePreferences();
  const { directory, leaveProject } = useNavigation();
  const showShortcuts = useCommandState((state) => state.showShortcuts);
  const group = t('app.commands.group.app');
  const commands: Command[] = [
    ...themes.map(({ value }) => ({
      id: `theme-${value}`,
      group,
      icon: <IconPalette size={18} />,
      label: t('app.commands.theme', { theme: t(`app.theme.${value}`) }),
      run: () => change({ theme: value }),
    })),
    ...languageSchema.options.map((language) => ({
      id: `language-${language}`,
      group,
      icon: <IconLanguage size={18} />,
      label: t('app.commands.language', { language: languages[language] }),
      run: () => change({ language }),
    })),
    {
      id: 'shortcuts',
      group,
      icon: <IconKeyboard size={18} />,
      label: t('app.commands.shortcuts'),
      keys: '?',
      run: () => showShortcuts(true),
    },
  ];
  if (directory !== undefined) {
    commands.push({
      id: 'close-project',
      group,
      icon: <IconDoorExit size={18} />,
      label: t('app.commands.closeProject'),
      run: leaveProject,
    });
  }
  return commands;
}

/** One for each secret that is kept. */
function useForgetList(): Command[] {
  const { t } = useTranslation();
  const { kept, forget } = useKeptSecrets();
  return kept.map(({ name }) => ({
    id: `forget-${name.kind}-${name.of}`,
    group: t('app.secrets.title'),
    icon: <IconKeyOff size={18} />,
    label: t(`app.secrets.forget.${name.kind}`, { of: name.of }),
    run: () => forget(name),
  }));
}
