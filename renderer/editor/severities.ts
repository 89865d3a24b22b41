/** Monaco's numbers for how grave a problem is, for code that runs without Monaco. */
export const severities = { error: 8, warning: 4, info: 2, hint: 1 } as const;
