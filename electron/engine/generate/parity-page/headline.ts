import type { ParityReport, Verdict } from '../../../../shared/model/result.ts';
import { plural } from '../../../../shared/text/plural.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Tone } from './phrases.ts';

/** The whole report in one sentence, the worst first. */
export function headline({ workloads }: ParityReport): { tone: Tone; sign: string; text: Phrase } {
  const count = (...verdicts: Verdict[]) => workloads.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const [all, failed, unproven] = [workloads.length, count('failed'), count('runs', 'skipped')];
  if (failed > 0) return { tone: 'bad', sign: '≠', text: someDiffer(failed, all) };
  if (unproven > 0 || all === 0) return { tone: 'open', sign: '–', text: someUnproven(unproven, all) };
  return { tone: 'good', sign: '✓', text: allAlike(all) };
}

function allAlike(all: number): Phrase {
  return all === 1
    ? { en: 'The container answers as the server does', zh: '容器的应答与服务器相同' }
    : { en: `All ${all} containers answer as the server does`, zh: `全部 ${all} 个容器的应答均与服务器相同` };
}

function someDiffer(failed: number, all: number): Phrase {
  return all === 1
    ? { en: 'The container does not behave as the server does', zh: '容器的行为与服务器不同' }
    : {
        en: `${failed} of ${all} containers ${plural(failed, { one: 'does', other: 'do' })} not behave as the server does`,
        zh: `${all} 个容器中有 ${failed} 个的行为与服务器不同`,
      };
}

function someUnproven(unproven: number, all: number): Phrase {
  if (all === 0) return { en: 'Nothing was compared', zh: '没有进行比较' };
  return all === 1
    ? { en: 'The container is not proven to answer as the server does', zh: '尚未证实容器的应答与服务器相同' }
    : {
        en: `${unproven} of ${all} containers ${plural(unproven, { one: 'is', other: 'are' })} not proven to answer as the server does`,
        zh: `${all} 个容器中有 ${unproven} 个尚未证实与服务器应答相同`,
      };
}
