import { diffIndices } from 'node-diff3';
import type { Region } from './merge-lines.ts';

/**
 * A conflict as several smaller ones, with what both sides have alike between them: of two versions of a whole file, only
 * the lines that differ are to be chosen between. Blank lines and lone braces tie nothing together: they stay inside.
 */
export function narrowConflict(region: Region): Region[] {
  if (region.kind === 'merged') return [region];
  const { edited, generated } = region;
  const regions: Region[] = [];
  let at = 0;
  for (const { buffer1, buffer2Content } of diffIndices(edited, generated)) {
    const [start, length] = buffer1;
    append(regions, edited.slice(at, start), {
      kind: 'conflict',
      edited: edited.slice(start, start + length),
      generated: buffer2Content,
    });
    at = start + length;
  }
  return [...regions, ...alike(edited.slice(at))];
}

/** Adds a conflict after lines that both sides have; where those say nothing, it is one with the conflict before. */
function append(regions: Region[], between: string[], next: Extract<Region, { kind: 'conflict' }>): void {
  const last = regions.at(-1);
  if (last?.kind === 'conflict' && !between.some((line) => /[\p{L}\p{N}]/u.test(line))) {
    last.edited.push(...between, ...next.edited);
    last.generated.push(...between, ...next.generated);
  } else regions.push(...alike(between), next);
}

function alike(lines: string[]): Region[] {
  return lines.length === 0 ? [] : [{ kind: 'merged', lines }];
}
