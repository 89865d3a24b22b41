import { type ComponentType, lazy } from 'react';
import type { Step } from './navigation/steps.ts';

type Loader = () => Promise<{ default: ComponentType }>;

const loaders: Readonly<Record<Step, Loader>> = {
  start: async () => ({ default: (await import('../steps/start/start-step.tsx')).StartStep }),
  connect: async () => ({ default: (await import('../steps/connect/connect-step.tsx')).ConnectStep }),
  inventory: async () => ({ default: (await import('../steps/inventory/inventory-step.tsx')).InventoryStep }),
  plan: async () => ({ default: (await import('../steps/plan/plan-step.tsx')).PlanStep }),
  edit: async () => ({ default: (await import('../steps/edit/edit-step.tsx')).EditStep }),
  run: async () => ({ default: (await import('../steps/run/run-step.tsx')).RunStep }),
  export: async () => ({ default: (await import('../steps/export/export-step.tsx')).ExportStep }),
};

/** One screen a step, fetched when it is first gone to: the editor and the map are large. */
export const stepScreens: Readonly<Record<Step, ComponentType>> = {
  start: lazy(loaders.start),
  connect: lazy(loaders.connect),
  inventory: lazy(loaders.inventory),
  plan: lazy(loaders.plan),
  edit: lazy(loaders.edit),
  run: lazy(loaders.run),
  export: lazy(loaders.export),
};

/** What loads each screen, before one goes to it. */
export const loadScreens: readonly Loader[] = Object.values(loaders);

/** Begins to load the screen of a fresh start while the app around it is made. */
export function loadFirstScreen(): void {
  // Complained about where it is shown.
  loaders.start().catch(() => undefined);
}
