import { PROJECT_STORE } from '../../bundle/layout.ts';

/** Where things stand in a project, relative to its folder, with `/` on every system. Git sees nothing of it. */

export const STORE = PROJECT_STORE;
export const PROJECT_FILE = `${STORE}/project.json`;
/** Which process has the project open to change it. */
export const HOLD_FILE = `${STORE}/open-in.json`;
/** The newest facts with what the detectors asked for besides: the plan is made of them. */
export const FACTS_FILE = `${STORE}/facts.json`;
export const RESULT_FILE = `${STORE}/result.json`;
/** Repairs that were taken back and are not made again. */
export const REFUSED_FILE = `${STORE}/refused.json`;
/** What the newest runs told. */
export const RUNS = `${STORE}/runs`;
export const SCANS = `${STORE}/scans`;
/** What was generated last, by the files' own paths: the base of every merge. */
export const GENERATED = `${STORE}/generated`;
export const SURVEY = `${STORE}/survey`;
/** What was fetched from the server, by workload. */
export const SPOOL = `${STORE}/spool`;
/** Where a run works until it is finished: `files/` as the project will have them, `generated/` where an edit differs. */
export const WORK = `${STORE}/work`;
/** What each repair changed. */
export const REPAIRS = `${STORE}/repairs`;

export function generatedFile(path: string): string {
  return `${GENERATED}/${path}`;
}

export function surveyFile(workload: string): string {
  return `${SURVEY}/${workload}.json`;
}
