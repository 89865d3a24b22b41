import type { Facts, Gap, SocketUnit, Starter, Unit } from '../../../../shared/model/facts.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { Parsed, Sections } from '../probe.ts';
import { fileText, integer, sectionFiles, sectionText } from '../wire/read.ts';
import { privilegedCommands, readCommands, writtenCommands } from './commands.ts';
import { type Properties, property, propertyList, readProperties, readSeconds } from './properties.ts';
import { signalName } from './signals.ts';
import { readSockets, readTimers, triggersByUnit } from './triggers.ts';
import { splitWords } from './words.ts';

export interface Units {
  units: Unit[];
  timers: Starter[];
  socketUnits: SocketUnit[];
  /** Unit files, drop-ins and environment files. */
  configFiles: Facts['configFiles'];
}

/** What systemd says of its services, and the files it read for them. */
export function parseUnits(sections: Sections): Parsed<Units> {
  const files = sectionFiles(sections);
  const shown = readProperties(sectionText(sections, 'units'));
  const triggers = shown.filter((properties) => isTrigger(property(properties, 'Id')));
  const byUnit = triggersByUnit(triggers);
  const services = shown.filter(
    (properties) => property(properties, 'LoadState') === 'loaded' && !isTrigger(property(properties, 'Id')),
  );
  const units = services.map((properties) => readUnit(properties, files, byUnit));
  return {
    value: {
      units,
      timers: readTimers(triggers, units),
      socketUnits: readSockets(triggers),
      configFiles: filesOf(units, files),
    },
    gaps: gapsOf(units, files),
  };
}

function isTrigger(id: string): boolean {
  return /\.(?:timer|socket)$/.test(id);
}

function readUnit(
  properties: Properties,
  files: ReadonlyMap<string, Buffer>,
  triggers: ReadonlyMap<string, string[]>,
): Unit {
  const text = (name: string) => property(properties, name);
  const list = (name: string) => propertyList(properties, name);
  const fragmentPath = text('FragmentPath');
  const dropIns = list('DropInPaths');
  const texts = [fragmentPath, ...dropIns].map((path) => fileText(files, path));
  const commands = (name: string) => readCommands(properties.get(name) ?? [], writtenCommands(texts, name, text('Id')));
  return {
    name: text('Id'),
    description: text('Description'),
    activeState: text('ActiveState'),
    subState: text('SubState'),
    fileState: text('UnitFileState'),
    fragmentPath,
    dropIns,
    type: text('Type'),
    mainPid: integer(text('MainPID')),
    execStartPre: commands('ExecStartPre'),
    privilegedStartPre: privilegedCommands(texts, 'ExecStartPre', text('Id')),
    execStart: commands('ExecStart'),
    execReload: commands('ExecReload'),
    execStop: commands('ExecStop'),
    user: text('User'),
    group: text('Group'),
    supplementaryGroups: list('SupplementaryGroups'),
    workingDirectory: text('WorkingDirectory').replace(/^!/, ''),
    rootDirectory: text('RootDirectory'),
    umask: text('UMask'),
    environment: readEnvironment(text('Environment')),
    environmentFiles: environmentFiles(properties),
    pidFile: text('PIDFile'),
    killSignal: signalName(text('KillSignal')),
    timeoutStopSeconds: readSeconds(text('TimeoutStopUSec')),
    restart: text('Restart'),
    runtimeDirectory: list('RuntimeDirectory'),
    runtimeDirectoryMode: text('RuntimeDirectoryMode'),
    stateDirectory: list('StateDirectory'),
    logsDirectory: list('LogsDirectory'),
    cacheDirectory: list('CacheDirectory'),
    configurationDirectory: list('ConfigurationDirectory'),
    ambientCapabilities: list('AmbientCapabilities'),
    limitNoFile: text('LimitNOFILE'),
    triggeredBy: [...new Set([...list('TriggeredBy'), ...(triggers.get(text('Id')) ?? [])])],
    wantedBy: list('WantedBy'),
  };
}

function readEnvironment(value: string): Unit['environment'] {
  return splitWords(value).flatMap((word) => {
    const equals = word.indexOf('=');
    return equals > 0 ? [{ name: word.slice(0, equals), value: word.slice(equals + 1) }] : [];
  });
}

/** `/etc/default/x (ignore_errors=yes)`, one property line a file (older systemd: one line for all). */
function environmentFiles(properties: Properties): Unit['environmentFiles'] {
  const lines = (properties.get('EnvironmentFiles') ?? properties.get('EnvironmentFile') ?? []).join(' ');
  return [...lines.matchAll(/(\/.*?) \(ignore_errors=(yes|no)\)/g)].map(([, path = '', ignore]) => ({
    path,
    optional: ignore === 'yes',
  }));
}

/** Files of what is or was started here; those of units that never ran would only be noise. */
function filesOf(units: readonly Unit[], files: ReadonlyMap<string, Buffer>): Facts['configFiles'] {
  return units.filter(isRelevant).flatMap((unit) =>
    pathsOf(unit).flatMap((path) => {
      const content = files.get(path);
      return content === undefined || content.length === 0
        ? []
        : [{ path, source: `unit:${unit.name}`, content: content.toString(), truncated: false }];
    }),
  );
}

function gapsOf(units: readonly Unit[], files: ReadonlyMap<string, Buffer>): Gap[] {
  const unread = units.filter(isRelevant).flatMap((unit) => unit.environmentFiles.filter((file) => !file.optional));
  return unread
    .filter((file) => !files.has(file.path))
    .map((file) => ({
      probe: 'units',
      subject: file.path,
      reason: 'permission',
      hint: sentence`Scan as root or through sudo (--sudo) to read it.`,
    }));
}

function pathsOf(unit: Unit): string[] {
  return [unit.fragmentPath, ...unit.dropIns, ...unit.environmentFiles.map((file) => file.path)].filter(
    (path) => path !== '',
  );
}

function isRelevant(unit: Unit): boolean {
  return unit.activeState !== 'inactive' || unit.fileState === 'enabled' || unit.triggeredBy.length > 0;
}
