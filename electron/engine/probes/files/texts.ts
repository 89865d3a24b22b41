import type { ConfigFile, Gap } from '../../../../shared/model/facts.ts';
import type { Sections } from '../probe.ts';
import { foundGap } from '../wire/gaps.ts';
import { named, sectionFiles, sectionLines } from '../wire/read.ts';

/** Contents that the probe sent, with why each was read. What turns out to be binary is left out. */
export function readTexts(probe: string, sections: Sections): { configFiles: ConfigFile[]; gaps: Gap[] } {
  const whole = sectionFiles(sections);
  const heads = new Map(named(sections, 'head').flatMap((section) => head(section.body)));
  const configFiles: ConfigFile[] = [];
  const gaps: Gap[] = [];
  for (const line of sectionLines(sections, 'texts')) {
    const [, kind, size, source, path] = /^(whole|head|over)\t(\d+)\t([^\t]+)\t(\/.*)$/.exec(line) ?? [];
    if (kind === undefined || source === undefined || path === undefined) continue;
    const content = kind === 'head' ? heads.get(path) : whole.get(path);
    if (content?.includes(0)) continue;
    if (kind !== 'whole' || content === undefined) gaps.push(foundGap(probe, path, 'truncated'));
    else if (content.length === 0 && size !== '0') gaps.push(foundGap(probe, path, 'permission'));
    if (content !== undefined)
      configFiles.push({ path, source, content: content.toString(), truncated: kind === 'head' });
  }
  return { configFiles, gaps };
}

function head(body: Buffer): [string, Buffer][] {
  const nul = body.indexOf(0);
  return nul === -1 ? [] : [[body.toString('utf8', 0, nul), body.subarray(nul + 1)]];
}
