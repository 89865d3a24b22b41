/** What there is to see of a run that has ended. */
export const runTabs = ['result', 'parity', 'containers', 'log'] as const;
export type RunTab = (typeof runTabs)[number];
