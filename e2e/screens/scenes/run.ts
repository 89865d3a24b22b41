import { runPage } from '../../pages/run-page.ts';
import type { Scene } from '../scene.ts';

const step = 'run';

export const runScenes: readonly Scene[] = [
  { name: 'run', step },
  {
    name: 'run-parity',
    step,
    async act(wizard) {
      await runPage(wizard).openTab('parity');
      await runPage(wizard).parityRows().nth(1).click();
    },
  },
  {
    name: 'run-containers',
    step,
    query: 'pace=100',
    restless: true,
    act: (wizard) => runPage(wizard).openTab('containers'),
  },
  { name: 'run-log', step, act: (wizard) => runPage(wizard).openTab('log') },
  { name: 'run-running', step, query: 'pace=40', restless: true, act: (wizard) => runPage(wizard).start() },
  {
    name: 'run-done',
    step,
    async act(wizard) {
      await runPage(wizard).start();
      await runPage(wizard).ended();
    },
  },
  {
    name: 'run-no-comparison',
    step,
    scenario: 'failing',
    act: (wizard) => runPage(wizard).openTab('parity'),
  },
];
