/** Base images by the server's distribution (os-release `ID`) and release. `{version}` and `{codename}` are filled in. */
export interface CatalogueEntry {
  id: string;
  /** Of the whole `VERSION_ID`. */
  version: RegExp;
  image: string;
}

export const catalogue: readonly CatalogueEntry[] = [
  { id: 'debian', version: /^[6-9]$|^$|^1\d$/, image: 'debian:{codename}-slim' },
  { id: 'raspbian', version: /^\d+$/, image: 'debian:{codename}-slim' },
  { id: 'ubuntu', version: /^\d+\.\d+$/, image: 'ubuntu:{version}' },
  { id: 'alpine', version: /^\d+\.\d+/, image: 'alpine:{minor}' },
  { id: 'centos', version: /^[5-8]$/, image: 'centos:{version}' },
  { id: 'centos', version: /^(9|10)$/, image: 'quay.io/centos/centos:stream{version}' },
  { id: 'rocky', version: /^[89]|^10/, image: 'rockylinux/rockylinux:{major}-minimal' },
  { id: 'almalinux', version: /^[89]|^10/, image: 'almalinux:{major}-minimal' },
  { id: 'rhel', version: /^[789]|^10/, image: 'registry.access.redhat.com/ubi{major}/ubi-minimal' },
  { id: 'ol', version: /^[789]|^10/, image: 'oraclelinux:{major}-slim' },
  { id: 'fedora', version: /^\d+$/, image: 'fedora:{version}' },
  { id: 'amzn', version: /^(1|2|2018\.03|2023)$/, image: 'amazonlinux:{version}' },
  { id: 'opensuse-leap', version: /^\d+\.\d+$/, image: 'opensuse/leap:{version}' },
  { id: 'opensuse-tumbleweed', version: /./, image: 'opensuse/tumbleweed:latest' },
  { id: 'sles', version: /^15/, image: 'registry.suse.com/suse/sle15:{version}' },
];

/** Code names for servers whose os-release lacks them. */
export const debianCodenames: Record<string, string> = {
  '7': 'wheezy',
  '8': 'jessie',
  '9': 'stretch',
  '10': 'buster',
  '11': 'bullseye',
  '12': 'bookworm',
  '13': 'trixie',
};
