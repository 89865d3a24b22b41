import type { Starter, Unit } from '../../../../shared/model/facts.ts';
import { type Properties, property, propertyList } from './properties.ts';

/** Sockets and timers by the unit that they start: old systemd does not say it on the service's side. */
export function triggersByUnit(triggers: readonly Properties[]): Map<string, string[]> {
  const byUnit = new Map<string, string[]>();
  for (const properties of triggers) {
    for (const unit of propertyList(properties, 'Triggers')) {
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), property(properties, 'Id')]);
    }
  }
  return byUnit;
}

/** Timers as starters of what they trigger. */
export function readTimers(triggers: readonly Properties[], units: readonly Unit[]): Starter[] {
  const timers = triggers.filter((properties) => property(properties, 'Id').endsWith('.timer'));
  return timers
    .filter((properties) => property(properties, 'LoadState') === 'loaded')
    .map((properties) => {
      const started = units.find((unit) => propertyList(properties, 'Triggers').includes(unit.name));
      return {
        kind: 'timer',
        name: property(properties, 'Id'),
        source: property(properties, 'FragmentPath'),
        schedule: schedule(properties),
        ...(started === undefined || started.user === '' ? {} : { user: started.user }),
        command: (started?.execStart ?? []).map((argv) => argv.join(' ')).join('; '),
        enabled:
          property(properties, 'ActiveState') === 'active' || property(properties, 'UnitFileState') === 'enabled',
      };
    });
}

/** `{ OnCalendar=*-*-* 06:00:00 ; next_elapse=… }` or `{ OnUnitActiveUSec=1d ; … }`, several joined with `; `. */
function schedule(properties: Properties): string {
  const values = [...(properties.get('TimersCalendar') ?? []), ...(properties.get('TimersMonotonic') ?? [])];
  const parts = values.flatMap((value) => [...value.matchAll(/\{ (On\w+)=(.*?) ; /g)]);
  return parts
    .map(([, kind, when]) => (kind === 'OnCalendar' ? when : `${kind?.replace(/USec$/, 'Sec')}=${when}`))
    .join('; ');
}
