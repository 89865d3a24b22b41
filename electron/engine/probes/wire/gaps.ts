import type { Gap } from '../../../../shared/model/facts.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { Sections } from '../probe.ts';
import { named } from './read.ts';
import { splitNul } from './sections.ts';

const reasons: Record<string, { reason: Gap['reason']; hint: string }> = {
  permission: { reason: 'permission', hint: sentence`Scan as root or through sudo (--sudo) to read it.` },
  'missing-tool': { reason: 'missing-tool', hint: sentence`The server does not have this tool.` },
  truncated: { reason: 'truncated', hint: sentence`It is larger than what a scan reads.` },
  unparsable: { reason: 'unparsable', hint: sentence`What the server said was not understood.` },
};

/** What a probe said that it could not read. */
export function toldGaps(probe: string, sections: Sections): Gap[] {
  return named(sections, 'gap').flatMap((section) => {
    const [reason = '', subject = '', hint = ''] = splitNul(section.body);
    const known = ownValue(reasons, reason);
    return known === undefined ? [] : [{ probe, subject, reason: known.reason, hint: hint === '' ? known.hint : hint }];
  });
}

/** A gap that a parser found, with the usual hint for its reason. */
export function foundGap(probe: string, subject: string, reason: 'permission' | 'truncated' | 'unparsable'): Gap {
  return { probe, subject, reason, hint: reasons[reason]?.hint ?? '' };
}
