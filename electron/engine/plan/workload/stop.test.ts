import { expect, test } from 'vitest';
import { aProcess, aUnit } from '../../detectors/support/a-facts.fixture.ts';
import { startPart } from '../../detectors/support/part.ts';
import { stopOf } from './stop.ts';

const part = startPart({ title: '', name: 'x', command: [], commandReason: '' });
const root = aProcess({ pid: 5, exe: '/usr/bin/x' });

function graceOf(unit: Parameters<typeof aUnit>[0]): number {
  return stopOf({ root, members: [root], unit: aUnit(unit) }, part).graceSeconds;
}

test('the time that a unit gives a service to end', () => {
  expect(graceOf({ name: 'x.service', timeoutStopSeconds: 120 })).toBe(120);
});

test('without a unit, half a minute; systemd gives three times that', () => {
  expect(stopOf({ root, members: [root], unit: undefined }, part).graceSeconds).toBe(30);
  expect(graceOf({ name: 'x.service' })).toBe(90);
});

test('what systemd says of itself of an init script says nothing', () => {
  const fragmentPath = '/run/systemd/generator.late/x.service';
  expect(graceOf({ name: 'x.service', fragmentPath, timeoutStopSeconds: 300 })).toBe(30);
});
