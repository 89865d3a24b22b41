import { slug } from '../../../../shared/text/slug.ts';
import { shown } from '../../detectors/support/plain-text.ts';

/** A DNS label (RFC 1123) out of a suggestion; one that is taken gets a number. */
export function labelOf(suggestion: string, taken: ReadonlySet<string>): string {
  const label = slug(shown(suggestion)).slice(0, 50).replace(/-+$/, '');
  if (!taken.has(label)) return label;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${label}-${number}`)) return `${label}-${number}`;
  }
}
