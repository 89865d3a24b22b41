/** Everything that the app has of Monaco, as a type: what is given to those who must not load it themselves. */
export type Monaco = typeof import('./monaco.ts');
