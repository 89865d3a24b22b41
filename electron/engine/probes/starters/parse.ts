import type { Starter } from '../../../../shared/model/facts.ts';
import type { Parsed, Sections } from '../probe.ts';
import { named, sectionFiles } from '../wire/read.ts';
import { splitNul } from '../wire/sections.ts';
import { readCrontab, readPeriodic } from './cron.ts';
import { readInetd, readXinetd } from './inetd.ts';
import { readSupervisord } from './supervisord.ts';

/** Everything that starts programs beside systemd; timers come with the units. */
export function parseStarters(sections: Sections): Parsed<Starter[]> {
  const paths = (name: string) => named(sections, name).flatMap((section) => splitNul(section.body));
  const executable = new Set(paths('executable'));
  const fromFiles = [...sectionFiles(sections)].flatMap(([path, content]) =>
    readFile(path, content.toString(), executable.has(path)),
  );
  const value = [...fromFiles, ...readSysv(paths('sysv'), paths('enabled')), ...readPeriodic(paths('periodic'))];
  return { value, gaps: [] };
}

function readFile(path: string, text: string, executable: boolean): Starter[] {
  if (/rc\.local$/.test(path)) return readRcLocal(path, text, executable);
  if (/\/supervisor/.test(path)) return readSupervisord(path, text);
  if (/\/xinetd/.test(path)) return readXinetd(path, text);
  if (/\/inetd/.test(path)) return readInetd(path, text);
  return readCrontab(path, text);
}

/** Each command line of the script is one starter: that is where a forgotten `nohup` hides. */
function readRcLocal(path: string, text: string, executable: boolean): Starter[] {
  const commands = text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !/^(exit\b|set |fi$|then$|else$|done$|:$)/.test(line));
  return commands.map((command) => ({
    kind: 'rc.local',
    name: 'rc.local',
    source: path,
    command,
    enabled: executable,
  }));
}

function readSysv(scripts: readonly string[], links: readonly string[]): Starter[] {
  const enabled = new Set(links.map((link) => (link.split('/').at(-1) ?? '').replace(/^S\d+/, '')));
  const unique = new Map(scripts.map((script) => [script.split('/').at(-1) ?? '', script]));
  return [...unique].map(([name, script]) => ({
    kind: 'sysv',
    name,
    source: script,
    command: `${script} start`,
    enabled: enabled.has(name),
  }));
}
