const vendors: readonly [RegExp, string][] = [
  [/vmware/i, 'vmware'],
  [/virtualbox|innotek/i, 'oracle'],
  [/microsoft corporation/i, 'microsoft'],
  [/xen/i, 'xen'],
  [/qemu|kvm|red hat|amazon ec2|google/i, 'kvm'],
  [/parallels/i, 'parallels'],
  [/bhyve/i, 'bhyve'],
];

/** The word of systemd-detect-virt, or what the firmware's vendor and product say in its terms. */
export function readVirtualization(lines: readonly string[]): string {
  const [first] = lines;
  if (lines.length === 1 && first !== undefined && /^[a-z0-9-]+$/.test(first)) {
    return first === 'hypervisor' ? 'vm-other' : first;
  }
  for (const [pattern, name] of vendors) if (lines.some((line) => pattern.test(line))) return name;
  return lines.includes('hypervisor') ? 'vm-other' : 'none';
}
