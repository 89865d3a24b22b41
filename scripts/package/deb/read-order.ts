import { parseArgs } from 'node:util';

/** A package to be made, as electron-builder orders it from fpm. */
export interface Order {
  /** The .deb to write. */
  output: string;
  name: string;
  version: string;
  architecture: string;
  maintainer: string;
  homepage: string;
  priority: string;
  compression: string;
  /** The first line is the summary; the others tell more. */
  description: string;
  depends: string[];
  recommends: string[];
  /** Files that dpkg runs after it installed and removed the package. */
  afterInstall: string;
  afterRemove: string;
  /** What comes where: a file, or with a slash at its end all that is in a folder. */
  contents: { from: string; to: string }[];
}

/** @throws for an option that is not among those electron-builder uses: leaving one out silently would lose something. */
export function readOrder(args: readonly string[]): Order {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  const need = (name: Needed) => values[name] ?? fail(`--${name} is missing.`);
  if (need('type') !== 'deb') throw new Error(`Only a deb is made here, not ${need('type')}.`);
  return {
    output: need('package'),
    name: need('name'),
    version: need('version'),
    architecture: need('architecture'),
    maintainer: need('maintainer'),
    homepage: need('url'),
    priority: need('deb-priority'),
    compression: need('deb-compression'),
    description: need('description'),
    depends: values.depends ?? [],
    recommends: values['deb-recommends'] ?? [],
    afterInstall: need('after-install'),
    afterRemove: need('after-remove'),
    contents: positionals.map(content),
  };
}

const options = {
  source: { type: 'string', short: 's' },
  force: { type: 'boolean' },
  type: { type: 'string', short: 't' },
  depends: { type: 'string', short: 'd', multiple: true },
  'deb-recommends': { type: 'string', multiple: true },
  'deb-compression': { type: 'string' },
  'deb-priority': { type: 'string' },
  architecture: { type: 'string' },
  'after-install': { type: 'string' },
  'after-remove': { type: 'string' },
  description: { type: 'string' },
  version: { type: 'string' },
  package: { type: 'string' },
  name: { type: 'string' },
  maintainer: { type: 'string' },
  vendor: { type: 'string' },
  url: { type: 'string' },
  license: { type: 'string' },
} as const;

type Needed = {
  [Name in keyof typeof options]: (typeof options)[Name] extends { type: 'string'; multiple?: undefined }
    ? Name
    : never;
}[keyof typeof options];

function content(positional: string): { from: string; to: string } {
  const [from, to] = positional.split('=');
  if (!from || !to?.startsWith('/')) return fail(`${positional} does not say what comes where.`);
  return { from, to };
}

function fail(message: string): never {
  throw new Error(message);
}
