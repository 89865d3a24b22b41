import type { Facts, Gap } from '../../../shared/model/facts.ts';
import type { Section } from './wire/sections.ts';

/** What one probe saw: its sections in the order they were printed. */
export type Sections = readonly Section[];

/** What a parser makes of a probe's sections; `gaps` beside those that the probe itself told. */
export interface Parsed<T> {
  value: T;
  gaps: Gap[];
}

/** One probe: a shell text that runs on the server and a pure function that reads what it printed. */
export interface Probe<T> {
  name: string;
  script: string;
  /** Limits, kept on the server. */
  seconds: number;
  bytes: number;
  /** Set where one that ran out of time would do so again. */
  askOnce?: true;
  /** Must cope with any sections, also with none: a probe can end anywhere. */
  parse(sections: Sections): Parsed<T>;
}

export type Access = Facts['access'];
