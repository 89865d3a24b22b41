export interface Shot {
  name: string;
  /** Below the server's address. */
  path: string;
  width: number;
  height: number;
  /** Whether something may still load when the page is there; in the gallery, something always does. */
  loads: boolean;
}

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const project = '?project=%2Fhome%2Fengineer%2Fportal';

/** Where the app stands in a picture: which of the fake engine's scenarios, at which step. */
const places = [
  { name: 'start', scenario: 'full', hash: '#/start' },
  { name: 'start-empty', scenario: 'empty', hash: '#/start' },
  { name: 'start-failing', scenario: 'failing', hash: '#/start' },
  { name: 'connect', scenario: 'full', hash: `#/connect${project}` },
  { name: 'connect-fresh', scenario: 'fresh', hash: `#/connect${project}` },
  { name: 'inventory', scenario: 'full', hash: `#/inventory${project}` },
  { name: 'plan', scenario: 'full', hash: `#/plan${project}` },
  { name: 'edit', scenario: 'full', hash: `#/edit${project}` },
  { name: 'run', scenario: 'full', hash: `#/run${project}` },
  { name: 'export', scenario: 'full', hash: `#/export${project}` },
];

/** Every picture: each place and the gallery, in both themes and languages, the places in two sizes. */
export function shots(): Shot[] {
  return ['light', 'dark'].flatMap((theme) =>
    ['en', 'zh'].flatMap((language) => {
      const query = `theme=${theme}&language=${language}&pace=0`;
      const look = `${theme}-${language}`;
      const steps = places.flatMap(({ name, scenario, hash }) =>
        sizes.map((size) => ({
          name: `${name}-${look}-${size.width}`,
          path: `fake/?scenario=${scenario}&${query}${hash}`,
          ...size,
          loads: true,
        })),
      );
      return [
        ...steps,
        { name: `gallery-${look}`, path: `gallery/?${query}`, width: 1280, height: 7200, loads: false },
      ];
    }),
  );
}
