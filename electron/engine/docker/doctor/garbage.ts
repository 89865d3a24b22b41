import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { HostData } from './gather.ts';
import { readableSize } from './sizes.ts';

const worthwhile = 5e9;

/** R8: what could be freed. Volumes are told but never proposed for removal: they may hold the only copy of data. */
export function garbage({ usage }: HostData): DoctorCheck {
  const { unusedImages, stoppedContainers, unusedVolumes, buildCache } = usage;
  const bytes = unusedImages.bytes + stoppedContainers.bytes + buildCache.bytes;
  const parts = [
    { part: unusedImages, say: (count: number, size: string) => sentence`${count} unused images (${size})` },
    { part: stoppedContainers, say: (count: number, size: string) => sentence`${count} stopped containers (${size})` },
    { part: buildCache, say: (count: number, size: string) => sentence`${count} build cache entries (${size})` },
    { part: unusedVolumes, say: (count: number, size: string) => sentence`${count} unused volumes (${size})` },
  ].filter(({ part }) => part.count > 0);
  return {
    id: 'garbage',
    title: sentence`Reclaimable space`,
    level: bytes >= worthwhile ? 'warning' : bytes > 0 ? 'note' : 'ok',
    found: parts.map(({ part, say }) => say(part.count, readableSize(part.bytes))).join('; ') || sentence`none`,
    advice:
      bytes === 0
        ? ''
        : sentence`${readableSize(bytes)} can be freed: docker container prune, docker image prune -a, docker builder prune.`,
  };
}
