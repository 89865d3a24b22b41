import type { Facts } from '../../../../shared/model/facts.ts';

type Surroundings = Facts['surroundings'];

function words(line: string): string[] {
  return line
    .replace(/[#;].*/, '')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** hosts(5). */
export function readHosts(text: string): Surroundings['hosts'] {
  return text.split('\n').flatMap((line) => {
    const [address, ...names] = words(line);
    return address !== undefined && names.length > 0 ? [{ address, names }] : [];
  });
}

/** resolv.conf(5): the last `domain` or `search` line counts. */
export function readResolver(text: string): Surroundings['resolver'] {
  const lines = text.split('\n').map(words);
  const nameservers = lines.flatMap(([key, address]) =>
    key === 'nameserver' && address !== undefined ? [address] : [],
  );
  const search = lines.filter(([key]) => key === 'search' || key === 'domain').at(-1) ?? [];
  return { nameservers, search: search.slice(1) };
}
