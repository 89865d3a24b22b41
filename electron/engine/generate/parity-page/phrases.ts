import type { ParityCheck, Verdict } from '../../../../shared/model/result.ts';
import type { Phrase } from './html.ts';

export const VERDICTS: Record<Verdict, Phrase & { tone: string }> = {
  equivalent: { en: 'equivalent', zh: '等价', tone: 'good' },
  runs: { en: 'runs', zh: '可运行', tone: 'open' },
  failed: { en: 'failed', zh: '失败', tone: 'bad' },
  skipped: { en: 'skipped', zh: '已跳过', tone: 'open' },
};

export const OUTCOMES: Record<ParityCheck['outcome'], Phrase & { tone: string }> = {
  same: { en: 'same', zh: '一致', tone: 'good' },
  different: { en: 'different', zh: '不同', tone: 'bad' },
  'not-compared': { en: 'not compared', zh: '未比较', tone: 'open' },
};

export const PHRASES = {
  kind: { en: 'Parity report', zh: '一致性报告' },
  taken: { en: 'Compared on ', zh: '比较时间：' },
  workloads: { en: 'services', zh: '服务' },
  server: { en: 'Server', zh: '服务器' },
  container: { en: 'Container', zh: '容器' },
  nothing: { en: '(nothing)', zh: '（无）' },
  footer: {
    en: 'The same questions went to the server and to the container. What is marked is what differs.',
    zh: '对服务器和容器提出了相同的请求；标记的部分是两者的差异。',
  },
} as const satisfies Record<string, Phrase>;
