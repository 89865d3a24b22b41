import { isHomepage } from '../homepage.ts';
import type { Order } from './read-order.ts';

/**
 * The control file of a package; `size` in bytes. Its form is that of deb-control(5): a folded field's lines begin with a
 * space, and a line of the description that would be empty is a dot.
 */
export function control(order: Order, size: number): string {
  const fields: [string, string][] = [
    ['Package', order.name],
    ['Version', order.version],
    ['Section', 'devel'],
    ['Priority', order.priority],
    ['Architecture', order.architecture],
    ['Maintainer', order.maintainer],
    ['Installed-Size', String(Math.ceil(size / 1024))],
    ['Depends', order.depends.join(', ')],
    ['Recommends', order.recommends.join(', ')],
    ['Homepage', isHomepage(order.homepage) ? order.homepage : ''],
    ['Description', folded(order.description)],
  ];
  return fields.flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}\n`])).join('');
}

function folded(description: string): string {
  const [summary = '', ...more] = description.split('\n').map((line) => line.trim());
  return [summary, ...more.map((line) => ` ${line === '' ? '.' : line}`)].join('\n');
}
