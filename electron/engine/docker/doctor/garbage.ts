import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { plural } from '../../../../shared/text/plural.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { HostData } from './gather.ts';
import { readableSize } from './sizes.ts';

const worthwhile = 5e9;

/** R8: what could be freed. Volumes are told but never proposed for removal: they may hold the only copy of data. */
export function garbage({ usage }: HostData): DoctorCheck {
  const { unusedImages, stoppedContainers, unusedVolumes, buildCache } = usage;
  const bytes = unusedImages.bytes + stoppedContainers.bytes + buildCache.bytes;
  const parts = [
    { part: unusedImages, say: images },
    { part: stoppedContainers, say: containers },
    { part: buildCache, say: cacheEntries },
    { part: unusedVolumes, say: volumes },
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

function images(count: number, size: string): string {
  return plural(count, {
    one: sentence`${count} unused image (${size})`,
    other: sentence`${count} unused images (${size})`,
  });
}

function containers(count: number, size: string): string {
  return plural(count, {
    one: sentence`${count} stopped container (${size})`,
    other: sentence`${count} stopped containers (${size})`,
  });
}

function cacheEntries(count: number, size: string): string {
  return plural(count, {
    one: sentence`${count} build cache entry (${size})`,
    other: sentence`${count} build cache entries (${size})`,
  });
}

function volumes(count: number, size: string): string {
  return plural(count, {
    one: sentence`${count} unused volume (${size})`,
    other: sentence`${count} unused volumes (${size})`,
  });
}
