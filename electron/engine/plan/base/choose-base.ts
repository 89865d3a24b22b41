import type { Facts } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { shown } from '../../detectors/support/plain-text.ts';
import { catalogue, debianCodenames } from './catalogue.ts';

export interface ChosenBase {
  strategy: Workload['strategy'];
  base: Workload['base'];
  notes: string[];
}

/**
 * The base image that matches the server, so that its libc and libraries are the ones the programs were built for.
 * An unknown distribution gets no guess: its files go on an empty image.
 */
export function chooseBase(
  os: Facts['os'],
  wanted: { strategy?: Workload['strategy'] | undefined; base?: string | undefined },
): ChosenBase {
  const strategy = wanted.strategy ?? 'minimal';
  if (strategy === 'scratch')
    return { strategy, base: { image: 'scratch', reason: sentence`Strategy scratch: the closure alone.` }, notes: [] };
  if (wanted.base) return { strategy, base: { image: wanted.base, reason: sentence`Chosen with --base.` }, notes: [] };
  const image = imageOf(os);
  if (image)
    return { strategy, base: { image, reason: sentence`The server runs ${shown(os.prettyName)}.` }, notes: [] };
  const name = shown(os.prettyName || os.id || sentence`an unknown distribution`);
  return {
    strategy: 'scratch',
    base: { image: 'scratch', reason: sentence`The catalogue has no base image for ${name}.` },
    notes: [
      sentence`No base image is known for ${name}: everything it needs comes from the server. Another base can be chosen (--base).`,
    ],
  };
}

function imageOf(os: Facts['os']): string | undefined {
  const entry = catalogue.find(({ id, version }) => id === os.id && version.test(os.versionId));
  const codename = os.codename || ownValue(debianCodenames, os.versionId) || '';
  const [major = '', minor = ''] = os.versionId.split('.');
  const image = entry?.image
    .replace('{version}', os.versionId)
    .replace('{minor}', `${major}.${minor}`)
    .replace('{major}', major)
    .replace('{codename}', codename);
  return image !== undefined && /^[a-z0-9][a-z0-9./_-]*:?[a-z0-9._-]*$/.test(image) && !/:-slim$/.test(image)
    ? image
    : undefined;
}
