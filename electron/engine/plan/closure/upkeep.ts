interface UpkeepRule {
  /** Packages that declare the dependency. */
  of: RegExp;
  /** What they depend on without needing it while they run. */
  on: RegExp;
}

const any = /./;

/**
 * Dependencies of maintainer scripts and administrators' tools. A package that the service does use (an interpreter of
 * a script that it runs, a library mapped into it) is found by that use and is not affected.
 */
const rules: UpkeepRule[] = [
  {
    of: any,
    on: /^(debconf|debconf-2\.0|cdebconf|init-system-helpers|lsb-base|sysvinit-utils|adduser|passwd|login|ucf|dpkg|apt|procps|psmisc|update-inetd|logrotate|cron|rsyslog|ssl-cert|install-info|mawk|sensible-utils|man-db|chkconfig|shadow-utils|initscripts)$/,
  },
  {
    of: any,
    on: /^(systemd|systemd-sysv|systemd-tmpfiles|systemd-standalone-tmpfiles|systemd-standalone-sysusers|dbus|dbus-.*|libpam-systemd|policykit-1|polkitd|udev|e2fsprogs|mount|util-linux|util-linux-extra)$/,
  },
  // a2enmod, check_forensic and the like are Perl or Python; the program is not. Modules do need their interpreter.
  { of: /^(?!perl|libperl|lib.*-perl$|.*-perl$)/, on: /^perl$/ },
  { of: /^(?!python|libpython)/, on: /^python3(\.\d+)?$/ },
  { of: /^(apache2|libapache2-mod-.*)$/, on: /^apache2-utils$/ },
  { of: /^php\d\.\d+-(fpm|common)$|^libapache2-mod-php\d\.\d+$/, on: /^php\d\.\d+-cli$/ },
  { of: /^redis-server$/, on: /^redis-tools$/ },
  { of: /^ca-certificates$/, on: /^openssl$/ },
  { of: /^nginx(-.*)?$/, on: /^(iproute2|nginx)$/ },
  { of: /^openjdk-.*$/, on: /^(java-common|x11-.*)$/ },
];

export function isForUpkeepOnly(dependent: string, dependency: string): boolean {
  return rules.some((rule) => rule.of.test(dependent) && rule.on.test(dependency));
}
