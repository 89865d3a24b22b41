import type { Step, WizardPage } from '../pages/wizard-page.ts';
import type { Look } from './looks.ts';

/** One thing to take pictures of: a place of the app over the fake engine, and what is done there first. */
export interface Scene {
  name: string;
  /** Which of the fake engine's scenarios; `full` where it is not named. */
  scenario?: 'full' | 'fresh' | 'empty' | 'failing' | 'waiting' | 'held';
  /** Where the app stands; without it, it is the gallery. */
  step?: Step;
  /** More for the fake engine: `edited`, or `pace=…` for a job that is still running in the picture. */
  query?: string;
  act?(wizard: WizardPage): Promise<void>;
  /** Something goes on loading or running, which is what the picture is of. */
  restless?: boolean;
}

interface Size {
  width: number;
  height: number;
}

const sizes: readonly [Size, ...Size[]] = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/** All components below one another: the page scrolls within the window, so that the window has to be this high. */
const gallerySize: Size = { width: 1280, height: 10_400 };

/** The sizes of the window in which a scene is looked at. */
export function sizesOf({ step }: Pick<Scene, 'step'>): readonly [Size, ...Size[]] {
  return step === undefined ? [gallerySize] : sizes;
}

const project = '?project=%2Fhome%2Fengineer%2Fportal';

/** The address of a scene, below the server's. */
export function scenePath({ scenario = 'full', step, query = 'pace=0' }: Scene, { theme, language }: Look): string {
  const options = `theme=${theme}&language=${language}&${query}`;
  if (step === undefined) return `gallery/?${options}`;
  return `fake/?scenario=${scenario}&${options}#/${step}${step === 'start' ? '' : project}`;
}
