import { offsetMinutes } from '../../masking/zone.ts';
import { type AspectResult, compareValues, type ProcessPair } from './aspect.ts';

/** The moments at which the container's script reads the wall clock: one of winter, one of summer. */
const moments = [1_705_276_800_000, 1_721_001_600_000];

/** Zones have many names (`UTC`, `Etc/UTC`, a copied /etc/localtime): what counts is what the clock on the wall shows. */
export function compareZones({ facts, server, container, main }: ProcessPair): AspectResult {
  const own = server.main.environment.find((variable) => variable.name === 'TZ')?.value;
  const zone = own === undefined || own === '' ? facts.surroundings.timeZone : own.replace(/^:/, '');
  const offsets = moments.map((moment) => offsetMinutes(zone, moment)).filter((offset) => offset !== undefined);
  const expected = offsets.length === moments.length ? offsets.map(writeOffset).join(' ') : undefined;
  const seen = container.offsets.length === moments.length ? container.offsets.join(' ') : undefined;
  const result = compareValues(expected, seen);
  const variable = main.environment?.find((one) => one.name === 'TZ')?.value;
  return {
    ...result,
    server: `${zone} ${expected ?? ''}`.trim(),
    container: `${variable ?? ''} ${seen ?? ''}`.trim(),
  };
}

function writeOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${digits.join('')}`;
}
