import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import type { HostData } from './gather.ts';
import { readableSize } from './sizes.ts';

const worthwhile = 5e9;

/** R8: what could be freed. Volumes are told but never proposed for removal: they may hold the only copy of data. */
export function garbage({ usage }: HostData): DoctorCheck {
  const { unusedImages, stoppedContainers, unusedVolumes, buildCache } = usage;
  const bytes = unusedImages.bytes + stoppedContainers.bytes + buildCache.bytes;
  const parts = [
    ['unused images', unusedImages] as const,
    ['stopped containers', stoppedContainers] as const,
    ['build cache entries', buildCache] as const,
    ['unused volumes', unusedVolumes] as const,
  ].filter(([, { count }]) => count > 0);
  return {
    id: 'garbage',
    title: 'Reclaimable space',
    level: bytes >= worthwhile ? 'warning' : bytes > 0 ? 'note' : 'ok',
    found: parts.map(([name, part]) => `${part.count} ${name} (${readableSize(part.bytes)})`).join(', ') || 'none',
    advice:
      bytes === 0
        ? ''
        : `${readableSize(bytes)} can be freed: docker container prune, docker image prune -a, docker builder prune.`,
  };
}
