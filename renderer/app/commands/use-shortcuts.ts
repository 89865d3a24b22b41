import { useHotkeys } from '@mantine/hooks';
import { useOptionalProject } from '../../project/project.ts';
import { useNavigation } from '../navigation/navigation.ts';
import { focusNextPart } from '../navigation/next-part.ts';
import { stepState, steps } from '../navigation/steps.ts';
import { useCommandState } from './command-state.ts';
import { focusSearch } from './focus-search.ts';

/** The keys that work everywhere, except while one types. */
export function useShortcuts(): void {
  const project = useOptionalProject();
  const goTo = useNavigation((navigation) => navigation.goTo);
  const showShortcuts = useCommandState((state) => state.showShortcuts);
  useHotkeys([
    ['shift + ?', () => showShortcuts(true)],
    ['/', focusSearch],
  ]);
  // Also where one types: it is how one gets out of there.
  useHotkeys(
    [
      ['F6', () => focusNextPart(1)],
      ['shift + F6', () => focusNextPart(-1)],
    ],
    [],
    true,
  );
  useHotkeys(
    steps.map((step, index) => [
      `alt + Digit${index + 1}`,
      () => {
        if (stepState(step, project).kind !== 'blocked') goTo(step);
      },
      // By the key's place: Option and a digit type another letter on a Mac.
      { usePhysicalKeys: true },
    ]),
    // Wanted while one types, too.
    [],
  );
}
