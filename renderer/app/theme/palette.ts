import type { MantineColorsTuple } from '@mantine/core';

// A calm palette: cool greys and one sea blue. Each tuple goes from the lightest to the darkest shade.

export const harbor: MantineColorsTuple = [
  '#eaf4f8',
  '#d3e6ee',
  '#a9d0df',
  '#7cb9d0',
  '#57a6c3',
  '#3c95b6',
  '#23809f',
  '#146a88',
  '#0d566f',
  '#074256',
];

/** Text and lines on light surfaces. */
export const gray: MantineColorsTuple = [
  '#f7f9fa',
  '#eff2f4',
  '#e3e8eb',
  '#d1d8dd',
  '#b6c0c7',
  '#8f9ba4',
  '#6b7782',
  '#515c66',
  '#38424a',
  '#20282e',
];

/** Text and surfaces of the dark theme: text first, the darkest surface last. */
export const dark: MantineColorsTuple = [
  '#d9dfe4',
  '#b9c2c9',
  '#97a3ac',
  '#64717b',
  '#3b464f',
  '#2e3840',
  '#242c33',
  '#1a2127',
  '#151b20',
  '#0f1418',
];

export const green: MantineColorsTuple = [
  '#e9f6ee',
  '#d3ecdd',
  '#a8d9bb',
  '#7bc597',
  '#54b378',
  '#379f5f',
  '#25874c',
  '#1a703d',
  '#125930',
  '#0b4424',
];

export const amber: MantineColorsTuple = [
  '#fdf4e3',
  '#f9e6c3',
  '#f2cf8d',
  '#e9b656',
  '#dc9f2e',
  '#c1871b',
  '#a06c10',
  '#82560a',
  '#694406',
  '#523404',
];

export const red: MantineColorsTuple = [
  '#fdeeed',
  '#f9dad8',
  '#f1b3af',
  '#e88b85',
  '#de6760',
  '#cf4b44',
  '#b8352f',
  '#9c2722',
  '#7f1c18',
  '#65120f',
];

/** What stands on what, by theme: text and the marks that carry meaning. Kept apart so that a test can measure it. */
export const roles = {
  light: {
    body: '#ffffff',
    surface: gray[0],
    sunken: gray[1],
    raised: '#ffffff',
    line: gray[2],
    control: '#84909a',
    text: gray[9],
    dimmed: gray[7],
    placeholder: '#616d77',
    accent: harbor[7],
    error: red[7],
    success: green[7],
    warning: amber[7],
    selected: harbor[0],
  },
  dark: {
    body: dark[7],
    surface: dark[8],
    sunken: dark[9],
    raised: dark[6],
    line: dark[5],
    control: '#72808a',
    text: dark[0],
    dimmed: dark[2],
    placeholder: dark[2],
    accent: harbor[3],
    error: red[3],
    success: green[3],
    warning: amber[3],
    selected: '#173442',
  },
} as const;

export type Role = keyof (typeof roles)['light'];
