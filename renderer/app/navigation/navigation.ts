import { create } from 'zustand';
import { hashToPlace, type Place, placeToHash } from './location.ts';
import type { Step } from './steps.ts';

interface Navigation extends Place {
  /** Set at a fresh start, until the project that was open last is there again. */
  resuming: boolean;
  goTo(step: Step): void;
  /** Opens a project's folder at one of its steps. */
  enterProject(directory: string, step: Step): void;
  leaveProject(): void;
}

const lastProjectKey = 'slipway.project';

/** Where the window is. The project that was open last is opened again at the next start. */
export const useNavigation = create<Navigation>((set) => ({
  ...firstPlace(),
  goTo: (step) => set({ step, resuming: false }),
  enterProject(directory, step) {
    localStorage.setItem(lastProjectKey, directory);
    set({ directory, step, resuming: false });
  },
  leaveProject() {
    localStorage.removeItem(lastProjectKey);
    set({ directory: undefined, step: 'start', resuming: false });
  },
}));

/** Keeps the address and the store the same, both ways. Returns how to stop. */
export function mirrorLocation(): () => void {
  const write = (place: Place) => {
    const hash = placeToHash(place);
    if (location.hash !== hash) history.pushState(null, '', hash);
  };
  const read = () => {
    const place = hashToPlace(location.hash);
    if (place !== undefined) useNavigation.setState(place);
  };
  history.replaceState(null, '', placeToHash(useNavigation.getState()));
  const unsubscribe = useNavigation.subscribe(write);
  addEventListener('hashchange', read);
  addEventListener('popstate', read);
  return () => {
    unsubscribe();
    removeEventListener('hashchange', read);
    removeEventListener('popstate', read);
  };
}

/** The address says it; at a fresh start, the project that was open last does, at the step it remembers itself. */
function firstPlace(): Place & { resuming: boolean } {
  const said = hashToPlace(location.hash);
  if (said !== undefined) return { ...said, resuming: false };
  const directory = localStorage.getItem(lastProjectKey) ?? undefined;
  return { step: 'start', directory, resuming: directory !== undefined };
}
