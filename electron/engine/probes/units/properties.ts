/** Properties of one unit, as `systemctl show` prints them. Some, such as ExecStart, come several times. */
export type Properties = ReadonlyMap<string, readonly string[]>;

/** Units are separated by empty lines; a line without `NAME=` continues the value above it. */
export function readProperties(text: string): Properties[] {
  return text
    .split(/\n\n+/)
    .map(readBlock)
    .filter((block) => block.size > 0);
}

function readBlock(block: string): Properties {
  const properties = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^([A-Z][A-Za-z0-9]*)=(.*)$/.exec(line) ?? [];
    if (name === undefined) {
      if (last !== undefined) last.push(`${last.pop() ?? ''}\n${line}`);
      continue;
    }
    last = properties.get(name) ?? [];
    last.push(value);
    properties.set(name, last);
  }
  return properties;
}

export function property(properties: Properties, name: string): string {
  return properties.get(name)?.at(-1) ?? '';
}

/** A list that systemd joins with blanks. */
export function propertyList(properties: Properties, name: string): string[] {
  return property(properties, name)
    .split(' ')
    .filter((word) => word !== '');
}

/** `1min 30s`, `500ms`, `infinity` as seconds; infinity as 0, which systemd itself uses for it in files. */
export function readSeconds(text: string): number {
  const units: Record<string, number> = { us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86_400, w: 604_800 };
  const parts = [...text.matchAll(/([\d.]+)(us|ms|s|min|h|d|w)\b/g)];
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (units[unit ?? ''] ?? 0), 0);
}
