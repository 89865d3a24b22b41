interface Machine {
  platform: NodeJS.Platform;
  /** Electron's releases and electron-builder's tools, which lie at one place, can be downloaded. */
  downloads: boolean;
  /** APPIMAGE_TOOLS_PATH names a folder that has what electron-builder would download for an AppImage. */
  appImageTools: boolean;
  dpkg: boolean;
}

export interface Targets {
  built: string[];
  /** What this machine cannot build, with the reason in a sentence. */
  left: { target: string; why: string }[];
}

/** Which packages can be built on a machine: each system's on itself, and on Linux also without any download. */
export function splitTargets(machine: Machine): Targets {
  const answers = [
    { target: 'deb', why: whyNoDeb(machine) },
    { target: 'AppImage', why: whyNoAppImage(machine) },
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

function whyNoAppImage(machine: Machine): string | undefined {
  if (machine.platform === 'linux' && machine.appImageTools) return undefined;
  return whyNot(machine, 'linux', 'Linux');
}

function whyNot({ platform, downloads }: Machine, wanted: NodeJS.Platform, name: string): string | undefined {
  if (platform !== wanted) return `it is built on ${name}.`;
  return downloads ? undefined : 'its tools have to be downloaded from GitHub, which cannot be reached from here.';
}
