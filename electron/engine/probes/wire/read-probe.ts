import type { Gap } from '../../../../shared/model/facts.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { Parsed, Probe } from '../probe.ts';
import type { Frame } from './frames.ts';
import { foundGap, toldGaps } from './gaps.ts';
import { readSections, type Separators } from './sections.ts';

/** What a probe printed in one run, with the words that separate its sections. */
export interface Answer {
  frame: Frame;
  separators: Separators;
}

/** Parses one probe's answer. One that is missing, cut off or not understood gives less facts and a gap. */
export function readProbe<T>(probe: Probe<T>, answer: Answer | undefined): Parsed<T> {
  const frame = answer?.frame;
  const sections = answer === undefined ? [] : readSections(answer.frame.body, answer.separators);
  const ended = sections.some((section) => section.name === 'end');
  const gaps = [...toldGaps(probe.name, sections), ...(ended ? [] : [cutGap(probe, frame)])];
  try {
    const parsed = probe.parse(sections);
    return { value: parsed.value, gaps: [...gaps, ...parsed.gaps] };
  } catch {
    // Whatever confused the parser came from the server: the rest of the facts is still good.
    const unparsable = foundGap(probe.name, sentence`probe ${probe.name}`, 'unparsable');
    return { value: probe.parse([]).value, gaps: [...gaps, unparsable] };
  }
}

/** The script prints its `end` section last: without it, it ran into one of its limits. */
function cutGap(probe: Probe<unknown>, frame: Frame | undefined): Gap {
  const subject = sentence`probe ${probe.name}`;
  if (frame !== undefined && (frame.over === true || frame.body.length > probe.bytes))
    return foundGap(probe.name, subject, 'truncated');
  const hint = sentence`It did not end in time; what it had told until then is used.`;
  return { probe: probe.name, subject, reason: 'timeout', hint };
}
