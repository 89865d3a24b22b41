import type { Facts, Process } from '../../../shared/model/facts.ts';
import filesClaims from './files/claims.sh?raw';
import filesConfiguration from './files/config.sh?raw';
import filesPackages from './files/packages.sh?raw';
import { type Files, parseFiles } from './files/parse.ts';
import filesScript from './files/probe.sh?raw';
import { type Identities, parseIdentities } from './identities/parse.ts';
import identitiesScript from './identities/probe.sh?raw';
import { type LanguageMarks, parseLanguages } from './languages/parse.ts';
import languagesScript from './languages/probe.sh?raw';
import { parseMounts } from './mounts/parse.ts';
import mountsScript from './mounts/probe.sh?raw';
import { parsePackages } from './packages/parse.ts';
import packagesScript from './packages/probe.sh?raw';
import type { Probe } from './probe.ts';
import { parseProcesses } from './processes/parse.ts';
import processesScript from './processes/probe.sh?raw';
import type { ScriptPart } from './script/compose.ts';
import processPaths from './script/process-paths.sh?raw';
import type { Socket } from './sockets/parse.ts';
import { parseSockets } from './sockets/parse.ts';
import socketsScript from './sockets/probe.sh?raw';
import { parseStarters } from './starters/parse.ts';
import startersScript from './starters/probe.sh?raw';
import { parseSurroundings } from './surroundings/parse.ts';
import surroundingsScript from './surroundings/probe.sh?raw';
import { parseSystem, type System } from './system/parse.ts';
import systemScript from './system/probe.sh?raw';
import { parseUnits, type Units } from './units/parse.ts';
import unitsScript from './units/probe.sh?raw';

const mebibyte = 1024 * 1024;

/** What each probe's parser gives, by the probe's name. */
export interface ProbeValues {
  system: System;
  processes: Process[];
  sockets: Socket[];
  units: Units;
  starters: Facts['starters'];
  packages: Facts['packages'];
  identities: Identities;
  mounts: Facts['mounts'];
  surroundings: Facts['surroundings'];
  files: Files;
  languages: LanguageMarks;
}

export type ProbeName = keyof ProbeValues;

type Registry = { readonly [Name in keyof ProbeValues]: Probe<ProbeValues[Name]> };

/** All probes; a folder each. */
export const probes: Registry = {
  processes: { name: 'processes', script: processesScript, seconds: 60, bytes: 48 * mebibyte, parse: parseProcesses },
  sockets: { name: 'sockets', script: socketsScript, seconds: 20, bytes: 8 * mebibyte, parse: parseSockets },
  system: { name: 'system', script: systemScript, seconds: 10, bytes: mebibyte, parse: parseSystem },
  units: { name: 'units', script: unitsScript, seconds: 20, bytes: 8 * mebibyte, parse: parseUnits },
  starters: { name: 'starters', script: startersScript, seconds: 10, bytes: 4 * mebibyte, parse: parseStarters },
  packages: { name: 'packages', script: packagesScript, seconds: 60, bytes: 32 * mebibyte, parse: parsePackages },
  identities: {
    name: 'identities',
    script: identitiesScript,
    seconds: 10,
    bytes: 8 * mebibyte,
    parse: parseIdentities,
  },
  mounts: {
    name: 'mounts',
    script: mountsScript,
    seconds: 8,
    bytes: 4 * mebibyte,
    // A dead network file system hangs it for good.
    askOnce: true,
    parse: parseMounts,
  },
  surroundings: {
    name: 'surroundings',
    script: surroundingsScript,
    seconds: 15,
    bytes: 8 * mebibyte,
    parse: parseSurroundings,
  },
  files: {
    name: 'files',
    script: [processPaths, filesPackages, filesClaims, filesConfiguration, filesScript].join('\n'),
    seconds: 60,
    bytes: 16 * mebibyte,
    parse: parseFiles,
  },
  languages: {
    name: 'languages',
    script: languagesScript,
    seconds: 30,
    bytes: 4 * mebibyte,
    parse: parseLanguages,
  },
};

/** Probes that share a shell on the server and its limits, in the order they run. */
export type Group = readonly ProbeName[];

/**
 * Two lanes of groups that run side by side; see composeScript. A group holds small probes that cannot hang, and ones
 * that need what the one before them found out; one that may hang is the last of its group. The second lane waits for
 * the first with what it says, so what says much is in the first. Processes and sockets begin the lanes, so that they
 * tell of the same moment.
 */
export const lanes: readonly (readonly Group[])[] = [
  [['processes'], ['packages', 'files', 'languages']],
  [['sockets', 'system', 'starters', 'identities', 'surroundings'], ['units'], ['mounts']],
];

/** All groups, in the order in which their answers come. */
export const groups: readonly Group[] = lanes.flat();

/** A group as the driver runs it, with so many times the usual patience. */
export function partOf(group: Group, patience = 1): ScriptPart {
  const members = group.map((name) => probes[name]);
  return {
    name: group.join('-'),
    script: members.map(({ name, script }) => `probe ${name}\n${script}`).join('\nsection end\n'),
    seconds: patience * Math.max(...members.map(({ seconds }) => seconds)),
    bytes: members.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
