import { create } from 'zustand';
import { hashToPlace, type Place, placeToHash } from './location.ts';
import type { Step } from './steps.ts';

interface Navigation extends Place {
  /** Set at a fresh start, until it is known which project was open last, and it is there again. */
  resuming: boolean;
  goTo(step: Step): void;
  /** Opens a project's folder at one of its steps. */
  enterProject(directory: string, step: Step): void;
  leaveProject(): void;
  /** The project that a fresh start comes back to, if any; unless one went elsewhere meanwhile. */
  resume(directory: string | undefined): void;
}

/** Where the window is. The project that was open last is opened again at the next start (`useProjectPlace`). */
export const useNavigation = create<Navigation>((set) => ({
  ...firstPlace(),
  goTo: (step) => set({ step, resuming: false }),
  enterProject: (directory, step) => set({ directory, step, resuming: false }),
  leaveProject: () => set({ directory: undefined, step: 'start', resuming: false }),
  resume: (directory) => set((now) => (now.resuming ? { directory, resuming: directory !== undefined } : now)),
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

/** The address says it; at a fresh start the engine does, which knows the project that was open last. */
function firstPlace(): Place & { resuming: boolean } {
  const said = hashToPlace(location.hash);
  return said === undefined ? { step: 'start', directory: undefined, resuming: true } : { ...said, resuming: false };
}
