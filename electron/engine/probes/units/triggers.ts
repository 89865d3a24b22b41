import type { SocketUnit, Starter, Unit } from '../../../../shared/model/facts.ts';
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

/** Sockets that systemd listens on now, with the service that gets them. */
export function readSockets(triggers: readonly Properties[]): SocketUnit[] {
  return triggers
    .filter((one) => property(one, 'Id').endsWith('.socket') && property(one, 'ActiveState') === 'active')
    .flatMap((one) => {
      const name = property(one, 'Id');
      const perCall = property(one, 'Accept') === 'yes';
      const service = perCall ? name.replace(/\.socket$/, '@0.service') : propertyList(one, 'Triggers')[0];
      const listen = (one.get('Listen') ?? []).flatMap(listenOf);
      if (service === undefined || listen.length === 0) return [];
      return [{ name, service, listen, perCall, descriptorName: property(one, 'FileDescriptorName') || name }];
    });
}

/** `[::]:9301 (Stream)`; netlink, message queues and the like are for nobody but systemd. */
function listenOf(text: string): SocketUnit['listen'] {
  const [, address = '', type = ''] = /^(\S+) \((Stream|Datagram)\)$/.exec(text) ?? [];
  return address === '' ? [] : [{ type: type === 'Stream' ? 'stream' : 'datagram', address }];
}
