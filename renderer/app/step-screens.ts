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

/**
 * Fetches the screens once the page has nothing else to do. Later may be too late: Chromium drops what it loads, even
 * from this machine, whenever a network interface comes or goes, and every container that starts brings one.
 */
export function fetchScreensAhead(): () => void {
  const idle = requestIdleCallback(
    () => {
      // A screen that cannot be fetched now is fetched, and complained about, when one goes to it.
      for (const load of Object.values(loaders)) load().catch(() => undefined);
    },
    { timeout: 10_000 },
  );
  return () => cancelIdleCallback(idle);
}
