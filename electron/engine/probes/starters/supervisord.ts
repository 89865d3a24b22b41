import type { Starter } from '../../../../shared/model/facts.ts';

/** `[program:NAME]` sections of supervisord's configuration. */
export function readSupervisord(path: string, text: string): Starter[] {
  const programs: { name: string; keys: Map<string, string> }[] = [];
  let keys: Map<string, string> | undefined;
  for (const line of text.split('\n')) {
    const [, section] = /^\s*\[([^\]]+)\]/.exec(line) ?? [];
    if (section !== undefined) {
      const [, name] = /^program:(.+)$/.exec(section.trim()) ?? [];
      keys = name === undefined ? undefined : new Map();
      if (name !== undefined && keys !== undefined) programs.push({ name, keys });
      continue;
    }
    const [, key, value] = /^([A-Za-z_]+)\s*[=:]\s*(.*?)(?:\s;.*)?$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) keys?.set(key, value.trim());
  }
  return programs.map((program) => {
    const user = program.keys.get('user');
    return {
      kind: 'supervisord',
      name: program.name,
      source: path,
      ...(user === undefined || user === '' ? {} : { user }),
      command: program.keys.get('command') ?? '',
      enabled: program.keys.get('autostart')?.toLowerCase() !== 'false',
    };
  });
}
