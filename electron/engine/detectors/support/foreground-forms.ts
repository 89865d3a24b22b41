import { basename } from './paths.ts';

/** How a program is told to stay in the foreground: what is added to its arguments, and what is left out. */
export interface ForegroundForm {
  /** Matches the base name of the executable, or its whole path. */
  program: RegExp;
  add: readonly string[];
  without: readonly string[];
  /** Options that are left out together with the word behind them. */
  withoutValue?: readonly string[];
  /** The whole command, where another program has to start it. */
  instead?: readonly string[];
}

const form = (program: RegExp, add: readonly string[], without: readonly string[] = []): ForegroundForm => ({
  program,
  add,
  without,
});

/** From the programs' own manuals. A program that is not here is followed by its pid file. */
const foregroundForms: readonly ForegroundForm[] = [
  form(/^nginx$/, ['-g', 'daemon off;']),
  form(/^(?:apache2|httpd)(?:\.\w+)?$/, ['-D', 'FOREGROUND'], ['-k', 'start']),
  form(/^(?:apachectl|apache2ctl)$/, ['-D', 'FOREGROUND'], ['start']),
  form(/^php-fpm[\d.]*$/, ['--nodaemonize'], ['--daemonize', '-D']),
  form(/^lighttpd$/, ['-D']),
  form(/^redis-server$/, ['--daemonize', 'no'], ['--daemonize', 'yes']),
  form(/^memcached$/, [], ['-d']),
  form(/^haproxy$/, ['-db'], ['-D']),
  form(/^dnsmasq$/, ['--keep-in-foreground']),
  form(/^vsftpd$/, ['-obackground=NO']),
  form(/^proftpd$/, ['--nodaemon']),
  form(/^squid3?$/, ['-N']),
  form(/^named$/, ['-g'], ['-f']),
  form(/^unbound$/, ['-d']),
  form(/^slapd$/, ['-d', '0']),
  form(/^dovecot$/, ['-F']),
  form(/^(?:cron|crond)$/, ['-f']),
  form(/^rsyslogd$/, ['-n']),
  form(/^sshd$/, ['-D']),
  form(/^snmpd$/, ['-f']),
  form(/^(?:smbd|nmbd|winbindd)$/, ['--foreground', '--no-process-group'], ['-D', '--daemon']),
  form(/^varnishd$/, ['-F'], ['-d']),
  form(/^monit$/, ['-I']),
  form(/^keepalived$/, ['--dont-fork']),
  form(/^supervisord$/, ['--nodaemon']),
  form(/^(?:gunicorn|unicorn|puma|thin)$/, [], ['--daemon', '-D', '-d', '--daemonize']),
  form(/^mongod$/, [], ['--fork']),
  { ...form(/^uwsgi/, []), withoutValue: ['-d', '--daemonize', '--daemonize2'] },
  // These stay where they are started unless something else sends them away.
  form(/^(?:postgres|postmaster|mysqld|mariadbd|mosquitto|beanstalkd)$/, [], ['-d', '--daemonize']),
  form(/^xinetd$/, ['-dontfork'], ['-stayalive']),
  form(/^inetd$/, ['-i']),
  form(/^exim4?$/, ['-bdf'], ['-bd']),
  { program: /\/postfix\/(?:sbin\/)?master$/, add: [], without: [], instead: ['/usr/sbin/postfix', 'start-fg'] },
];

/** A command as it stays in the foreground; undefined for a program that nothing is known of. */
export function inForeground(command: readonly string[]): string[] | undefined {
  const [program = '', ...given] = command;
  const known = foregroundForms.find((one) => one.program.test(basename(program)) || one.program.test(program));
  if (known === undefined) return undefined;
  if (known.instead !== undefined) return [...known.instead];
  const dropped = known.withoutValue ?? [];
  const kept = given.filter(
    (word, index) =>
      !known.without.includes(word) && ![word, given[index - 1] ?? ''].some((one) => dropped.includes(one)),
  );
  const has = known.add.every((word) => kept.includes(word));
  return [program, ...(has ? [] : known.add), ...kept];
}
