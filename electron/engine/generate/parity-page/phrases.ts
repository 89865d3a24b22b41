import type { ParityCheck, Verdict } from '../../../../shared/model/result.ts';
import type { Phrase } from '../language/phrase.ts';

export type Tone = 'good' | 'bad' | 'open';

interface Judgement {
  tone: Tone;
  word: Phrase;
}

/** What a verdict is called, and what it means for whoever must decide. */
export const VERDICTS: Record<Verdict, Judgement & { meaning: Phrase }> = {
  equivalent: {
    tone: 'good',
    word: { en: 'equivalent', zh: '等价' },
    meaning: {
      en: 'It answered every question as the server did.',
      zh: '对每一个请求，它的应答都与服务器相同。',
    },
  },
  runs: {
    tone: 'open',
    word: { en: 'runs, not proven', zh: '可运行，未证实' },
    meaning: {
      en: 'It starts, stays up and is healthy, but there was no answer to compare: test it by hand before you rely on it.',
      zh: '它能启动并保持健康，但没有可供比较的应答：投入使用前请手动测试。',
    },
  },
  failed: {
    tone: 'bad',
    word: { en: 'differs', zh: '不一致' },
    meaning: {
      en: 'It does not behave as on the server. Do not switch over before these differences are understood:',
      zh: '它的行为与服务器不同。在弄清以下差异之前，请不要切换：',
    },
  },
  skipped: {
    tone: 'open',
    word: { en: 'skipped', zh: '已跳过' },
    meaning: { en: 'It was not run, so nothing is known about it.', zh: '它没有运行过，因此无法下结论。' },
  },
};

export const OUTCOMES: Record<ParityCheck['outcome'], Judgement & { sign: string }> = {
  same: { tone: 'good', word: { en: 'same', zh: '一致' }, sign: '✓' },
  different: { tone: 'bad', word: { en: 'different', zh: '不同' }, sign: '≠' },
  'not-compared': { tone: 'open', word: { en: 'not compared', zh: '未比较' }, sign: '–' },
};

export const PHRASES = {
  kind: { en: 'Parity report', zh: '一致性报告' },
  server: { en: 'Server', zh: '服务器' },
  container: { en: 'Container', zh: '容器' },
  compared: { en: 'Compared', zh: '比较时间' },
  checks: { en: 'Checks', zh: '检查' },
  service: { en: 'Service', zh: '服务' },
  verdict: { en: 'Verdict', zh: '结论' },
  nothing: { en: '(nothing)', zh: '（无）' },
  bothSaid: { en: 'Server and container alike', zh: '服务器与容器相同' },
  leftOut: { en: 'Left out of the comparison', zh: '未纳入比较的内容' },
  openAll: { en: 'Open all checks', zh: '展开全部检查' },
  closeAll: { en: 'Close all checks', zh: '收起全部检查' },
  method: { en: 'How this was tested', zh: '测试方法' },
} as const satisfies Record<string, Phrase>;

/** What an engineer must know to judge the proof itself. */
export const METHOD: readonly Phrase[] = [
  {
    en: 'The same questions went to the server and to the container. The server was asked at least twice: what varied between its own answers (clocks, counters, identifiers) may vary in the container too, and each check says what was left out.',
    zh: '向服务器和容器提出相同的请求。服务器至少被询问两次：它自身各次应答之间的变化（时钟、计数、标识符）在容器中也允许不同，每项检查都会说明未比较的内容。',
  },
  {
    en: 'Only questions that change nothing were asked: GET requests, greetings, read-only commands. Forms, logins, writing and load were not tried.',
    zh: '只发出不会改变任何内容的请求：GET 请求、问候和只读命令。没有测试表单、登录、写入和负载。',
  },
  {
    en: 'Answers are shown shortened, and compared as they came. ••• stands for something that may be a secret and is not shown here.',
    zh: '页面上的应答经过缩短，比较时使用完整内容。••• 表示可能是机密、因此不在此显示的内容。',
  },
];
