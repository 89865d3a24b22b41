import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { HostData } from './gather.ts';

/** Drivers that write files on the host and, unless told otherwise, never cut them. */
const unbounded = new Set(['json-file']);

/** R8: logs of containers grow until the disk is full where the driver's `max-size` is not set. */
export function logRotation({ info, daemonConfig }: HostData): DoctorCheck {
  const check = { id: 'log-rotation', title: sentence`Log rotation` };
  const driver = info.LoggingDriver || sentence`unknown`;
  if (!unbounded.has(driver)) return { ...check, level: 'ok', found: sentence`driver ${driver}`, advice: '' };
  const maxSize = daemonConfig?.['log-opts']?.['max-size'];
  if (maxSize !== undefined)
    return { ...check, level: 'ok', found: sentence`driver ${driver}, max-size ${maxSize}`, advice: '' };
  const known = daemonConfig !== undefined;
  return {
    ...check,
    level: known ? 'warning' : 'note',
    found: known
      ? sentence`driver ${driver} without max-size`
      : sentence`driver ${driver}; its options cannot be read from here`,
    advice: sentence`Set "log-opts": {"max-size": "10m", "max-file": "3"} in daemon.json, or use the driver "local".`,
  };
}
