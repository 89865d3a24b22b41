import type { Facts } from '../../../../shared/model/facts.ts';
import type { Parsed, Sections } from '../probe.ts';
import { unescapeOctal } from '../processes/maps.ts';
import { fileText, integer, sectionFiles, sectionLines } from '../wire/read.ts';

type Mount = Facts['mounts'][number];

const networkTypes =
  /^(nfs\d?|cifs|smb3|smbfs|ceph|fuse\.(ceph|glusterfs|sshfs|s3fs|davfs|rclone).*|glusterfs|lustre|afs|9p|ocfs2|gfs2|ncpfs|beegfs|davfs)$/;

/** /proc/self/mountinfo with the sizes that `df -P -k` tells. */
export function parseMounts(sections: Sections): Parsed<Mount[]> {
  const sizes = readSizes(sectionLines(sections, 'df'));
  const lines = fileText(sectionFiles(sections), '/proc/self/mountinfo').split('\n');
  const value = lines.flatMap((line) => readMount(line) ?? []);
  return { value: value.map((mount) => ({ ...mount, ...sizes.get(mount.target) })), gaps: [] };
}

/** See proc_pid_mountinfo(5): optional fields end in a lone `-`. */
function readMount(line: string): Mount | undefined {
  const [place = '', device] = line.split(' - ');
  const [, , , , target, own = ''] = place.split(' ');
  const [type, source, superblock = ''] = (device ?? '').split(' ');
  if (target === undefined || type === undefined || source === undefined) return undefined;
  const options = [...new Set([...own.split(','), ...superblock.split(',')].filter((option) => option !== ''))];
  return {
    source: unescapeOctal(source),
    target: unescapeOctal(target),
    type,
    options,
    network: networkTypes.test(type),
  };
}

function readSizes(lines: readonly string[]): Map<string, Pick<Mount, 'sizeBytes' | 'usedBytes'>> {
  const sizes = new Map<string, Pick<Mount, 'sizeBytes' | 'usedBytes'>>();
  for (const line of lines) {
    const [, total, used, target] = /\s(\d+)\s+(\d+)\s+-?\d+\s+\S+%\s+(\/.*)$/.exec(line) ?? [];
    if (target !== undefined) sizes.set(target, { sizeBytes: integer(total) * 1024, usedBytes: integer(used) * 1024 });
  }
  return sizes;
}
