interface Machine {
  platform: NodeJS.Platform;
  /** Electron's releases and electron-builder's tools, which lie at one place, can be downloaded. */
  downloads: boolean;
  dpkg: boolean;
}

export interface Targets {
  built: string[];
  /** What this machine cannot build, with the reason in a sentence. */
  left: { target: string; why: string }[];
}

/** Which packages can be built on a machine: each system's on itself, and a deb also without any download. */
export function splitTargets(machine: Machine): Targets {
  const answers = [
    { target: 'deb', why: whyNoDeb(machine) },
    { target: 'AppImage', why: whyNot(machine, 'linux', 'Linux') },
    { target: 'dmg', why: whyNot(machine, 'darwin', 'macOS') },
    { target: 'nsis', why: whyNot(machine, 'win32', 'Windows') },
  ];
  return {
    built: answers.flatMap(({ target, why }) => (why === undefined ? [target] : [])),
    left: answers.flatMap(({ target, why }) => (why === undefined ? [] : [{ target, why }])),
  };
}

function whyNoDeb({ platform, dpkg }: Machine): string | undefined {
  if (platform === 'linux' && dpkg) return undefined;
  return 'it takes dpkg-deb, of Debian or Ubuntu.';
}

function whyNot({ platform, downloads }: Machine, wanted: NodeJS.Platform, name: string): string | undefined {
  if (platform !== wanted) return `it is built on ${name}.`;
  return downloads ? undefined : 'its tools have to be downloaded from GitHub, which cannot be reached from here.';
}
