/** Programs that the scripts need beyond Node, and where they come from. */
interface ToolSource {
  programs: readonly string[];
  /** Debian's and Ubuntu's packages; `optional` ones exist only in some releases. */
  packages: readonly string[];
  optional?: readonly string[];
  /** What a person does on another system. */
  elsewhere: string;
}

export const toolCatalogue = {
  docker: {
    programs: ['docker', 'dockerd', 'ip', 'iptables'],
    packages: ['docker.io', 'iproute2', 'iptables', 'tini'],
    // Where the client is a package of its own, it is only recommended by the engine's.
    optional: ['docker-cli'],
    elsewhere: 'install Docker (https://docs.docker.com/engine/install/) and start it',
  },
  'docker-client': {
    programs: ['docker'],
    packages: ['docker.io'],
    optional: ['docker-cli'],
    elsewhere: 'install the docker command (https://docs.docker.com/engine/install/)',
  },
  debootstrap: {
    programs: ['debootstrap'],
    packages: ['debootstrap'],
    elsewhere: 'install debootstrap, or give the Docker engine access to a registry with the debian images',
  },
  ssh: {
    programs: ['ssh', 'ssh-keygen'],
    packages: ['openssh-client'],
    elsewhere: "install OpenSSH's client programs (ssh, ssh-keygen)",
  },
  git: { programs: ['git'], packages: ['git'], elsewhere: 'install git (https://git-scm.com/downloads)' },
  'git-lfs': { programs: ['git-lfs'], packages: ['git-lfs'], elsewhere: 'install Git LFS (https://git-lfs.com)' },
  shellcheck: {
    programs: ['shellcheck'],
    packages: ['shellcheck'],
    elsewhere: 'install shellcheck (https://www.shellcheck.net)',
  },
  sshd: { programs: ['sshd'], packages: ['openssh-server'], elsewhere: "install OpenSSH's server (sshd)" },
  sudo: { programs: ['sudo'], packages: ['sudo'], elsewhere: 'install sudo' },
  busybox: { programs: ['busybox'], packages: ['busybox'], elsewhere: 'install busybox' },
  openssl: { programs: ['openssl'], packages: ['openssl'], elsewhere: 'install openssl' },
  redis: { programs: ['redis-server'], packages: ['redis-server'], elsewhere: 'install redis-server' },
  registry: {
    programs: ['docker-registry'],
    packages: ['docker-registry'],
    elsewhere: "install distribution's registry as docker-registry (https://distribution.github.io)",
  },
  nsis: { programs: ['makensis'], packages: ['nsis'], elsewhere: 'install NSIS (https://nsis.sourceforge.io)' },
  ansible: {
    programs: ['ansible-playbook'],
    packages: ['ansible-core'],
    elsewhere: 'install Ansible (https://docs.ansible.com/ansible/latest/installation_guide/)',
  },
  chromium: { programs: ['chromium'], packages: ['chromium'], elsewhere: 'install Chromium' },
  xvfb: {
    programs: ['xvfb-run', 'Xvfb', 'xauth'],
    // With it, what Electron links to; newer releases call some of it by another name.
    packages: ['xvfb', 'xauth', 'libnss3', 'libgbm1', 'libxss1', 'libnotify4'],
    optional: [
      ...['libgtk-3-0', 'libatk-bridge2.0-0', 'libasound2'],
      ...['libgtk-3-0t64', 'libatk-bridge2.0-0t64', 'libasound2t64'],
    ],
    elsewhere: 'install Xvfb and xauth',
  },
  keyring: {
    programs: ['gnome-keyring-daemon', 'dbus-daemon', 'dbus-send'],
    packages: ['gnome-keyring', 'dbus'],
    elsewhere: 'install GNOME Keyring and D-Bus',
  },
} as const satisfies Record<string, ToolSource>;

export type Tool = keyof typeof toolCatalogue;

/** The packages that bring some tools, of those that the system's package lists know. */
export function aptPackages(tools: readonly Tool[], known: ReadonlySet<string>): string[] {
  const sources: ToolSource[] = tools.map((tool) => toolCatalogue[tool]);
  const needed = sources.flatMap((source) => source.packages);
  const optional = sources.flatMap((source) => source.optional ?? []).filter((name) => known.has(name));
  return [...new Set([...needed, ...optional])].sort();
}
