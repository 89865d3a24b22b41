import type { Starter } from '../../../../shared/model/facts.ts';

/** inetd.conf(5): service, socket type, protocol, wait, user, program, arguments. */
export function readInetd(path: string, text: string): Starter[] {
  return text.split('\n').flatMap((line): Starter[] => {
    const disabled = line.startsWith('#<off>#');
    const words = line
      .replace(/^#<off>#/, '')
      .trim()
      .split(/\s+/);
    const [name, type, protocol, , user, program, ...argv] = words;
    if (name === undefined || name.startsWith('#') || program === undefined) return [];
    // tcpd takes the name that it is called by for the program to start.
    const rest = program.endsWith('/tcpd') ? argv : argv.slice(1);
    const command = program === 'internal' ? program : [program, ...rest].join(' ');
    const account = user?.split(/[.:]/)[0];
    return [
      {
        kind: 'inetd',
        name: `${name}/${protocol ?? type}`,
        source: path,
        ...(account === undefined ? {} : { user: account }),
        command,
        enabled: !disabled,
      },
    ];
  });
}

/** `service NAME { key = value … }` of xinetd.conf(5). */
export function readXinetd(path: string, text: string): Starter[] {
  const blocks = text.replace(/^\s*#.*$/gm, '').matchAll(/^\s*service\s+(\S+)\s*\{([^}]*)\}/gm);
  return [...blocks].map(([, name = '', body = '']) => {
    const key = (wanted: string) => new RegExp(`^\\s*${wanted}\\s*[+]?=\\s*(.*?)\\s*$`, 'm').exec(body)?.[1] ?? '';
    const user = key('user');
    return {
      kind: 'inetd',
      name,
      source: path,
      ...(user === '' ? {} : { user }),
      command: [key('server'), key('server_args')].filter((part) => part !== '').join(' '),
      enabled: key('disable').toLowerCase() !== 'yes',
    };
  });
}
