import { type ComponentType, lazy } from 'react';
import type { Step } from './navigation/steps.ts';

interface StepScreen {
  load(): Promise<{ default: ComponentType }>;
  /** The screen itself once it is loaded: a lazy one is waited for, under a placeholder, even when it is there. */
  component(): ComponentType;
}

/** A screen that is fetched when it is first gone to, or before: the editor and the map are large. */
function screen(fetchIt: () => Promise<ComponentType>): StepScreen {
  let loaded: ComponentType | undefined;
  const load = async () => {
    loaded = await fetchIt();
    return { default: loaded };
  };
  const waitedFor = lazy(load);
  return { load, component: () => loaded ?? waitedFor };
}

export const stepScreens: Readonly<Record<Step, StepScreen>> = {
  start: screen(async () => (await import('../steps/start/start-step.tsx')).StartStep),
  connect: screen(async () => (await import('../steps/connect/connect-step.tsx')).ConnectStep),
  inventory: screen(async () => (await import('../steps/inventory/inventory-step.tsx')).InventoryStep),
  plan: screen(async () => (await import('../steps/plan/plan-step.tsx')).PlanStep),
  edit: screen(async () => (await import('../steps/edit/edit-step.tsx')).EditStep),
  run: screen(async () => (await import('../steps/run/run-step.tsx')).RunStep),
  export: screen(async () => (await import('../steps/export/export-step.tsx')).ExportStep),
};

/** What loads each screen, before one goes to it. */
export const loadScreens = Object.values(stepScreens).map(({ load }) => load);

/** Begins to load the screen of a fresh start while the app around it is made. */
export function loadFirstScreen(): void {
  // Complained about where it is shown.
  stepScreens.start.load().catch(() => undefined);
}
