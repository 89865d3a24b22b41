import { say } from '../../scripts/machine/say.ts';
import { type Answer, askAll } from '../lab/ask/ask-all.ts';
import { openTunnel } from '../lab/tunnel.ts';
import { composeUp } from './composed.ts';
import { judgeAnswers } from './judge.ts';
import type { Subject } from './subject.ts';

/** Brings the bundle up with `docker compose` alone and asks server and containers the lab's own questions. */
export async function judgeContainers(subject: Subject): Promise<string[]> {
  const { server, bundle, context } = subject;
  const composed = await composeUp(context.host, bundle, `slipway-zoo-${server.name}`, context.composeEnv);
  try {
    const fromServer = await askServer(subject);
    const problems = judgeAnswers(fromServer, await askAll(server.questions, composed.place));
    if (problems.length > 0) say(await composed.logs());
    return problems;
  } finally {
    await composed.down();
  }
}

/** Asks the server alone, through SSH, as its users would. */
export async function askServer({ server, running }: Subject): Promise<Answer[]> {
  const tunnel = await openTunnel(running, server.ports);
  return askAll(server.questions, tunnel.place).finally(() => tunnel.close());
}
