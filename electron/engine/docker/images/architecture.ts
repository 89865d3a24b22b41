import { ownValue } from '../../../../shared/text/own-value.ts';

/** Go's names, as images carry them, by the names of `uname -m`. */
const goNames: Record<string, string> = {
  x86_64: 'amd64',
  amd64: 'amd64',
  aarch64: 'arm64',
  arm64: 'arm64',
  armv7l: 'arm',
  armv6l: 'arm',
  i386: '386',
  i486: '386',
  i586: '386',
  i686: '386',
  ppc64le: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  loongarch64: 'loong64',
};

const unameNames: Record<string, string> = {
  amd64: 'x86_64',
  arm64: 'aarch64',
  arm: 'armv7l',
  '386': 'i686',
  loong64: 'loongarch64',
};

/** The architecture of an image that fits a machine of `uname -m`. */
export function goArchitecture(machine: string): string {
  return ownValue(goNames, machine) ?? machine;
}

/** What `uname -m` says on a machine that an image of this architecture was made for. */
export function machineArchitecture(name: string): string {
  return ownValue(unameNames, name) ?? name;
}
