import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** In the wire, a fuse is a character: one or nought. */
const [enabled, disabled] = [0x31, 0x30];

/** The fuses of a packed program that are not as wanted, by the names of electron-builder's configuration. */
export async function wrongFuses(program: string, wanted: Readonly<Record<string, unknown>>): Promise<string[]> {
  const states = new Map(Object.entries(await getCurrentFuseWire(program)));
  return Object.entries(wanted)
    .filter(([name, on]) => states.get(positionOf(name)) !== (on ? enabled : disabled))
    .map(([name]) => name);
}

/** The wire counts fuses; the configuration names them, with a small letter first. */
function positionOf(name: string): string {
  const fuse = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return String(FuseV1Options[fuse as keyof typeof FuseV1Options]); // `undefined`, which is in no wire, for an unknown one
}
