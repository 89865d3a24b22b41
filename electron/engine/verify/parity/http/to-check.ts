import type { ParityCheck } from '../../../../../shared/model/result.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { Asked } from '../../connect/side.ts';
import { printableBytes } from '../../masking/match-bytes.ts';
import { type HttpAnswer, headerOf } from './answer.ts';
import type { HttpProbe } from './ask-http.ts';
import type { ComparedAnswer } from './compare-probe.ts';

const SHOWN_BYTES = 600;

/** One comparison as the report shows it. */
export function toCheck(
  probe: HttpProbe,
  server: Asked<HttpAnswer>,
  compared: ComparedAnswer | undefined,
): ParityCheck {
  const { path, port, host } = probe;
  return {
    id: `http:${probe.port}:${probe.host ?? ''}${probe.path}`,
    protocol: 'http',
    title: host === undefined ? sentence`GET ${path} on port ${port}` : sentence`GET ${path} on port ${port} (${host})`,
    server: show(server),
    container: compared === undefined ? '' : show(compared.container),
    ...judge(server, compared),
  };
}

function judge(
  server: Asked<HttpAnswer>,
  compared: ComparedAnswer | undefined,
): Pick<ParityCheck, 'outcome' | 'detail' | 'leftOut'> {
  if (server.kind === 'refused')
    return { outcome: 'not-compared', detail: sentence`The server gave no answer: ${server.reason}` };
  if (compared?.comparison === undefined)
    return { outcome: 'different', detail: sentence`The container gave no answer.` };
  const { outcome, differences, masked } = compared.comparison;
  const inside = compared.fromInside
    ? [
        sentence`Asked from inside the container, as the server is from its own loopback; other callers get another answer.`,
      ]
    : [];
  return { outcome, detail: [...differences, ...inside].join('\n'), leftOut: [...new Set(masked)] };
}

function show(asked: Asked<HttpAnswer>): string {
  if (asked.kind === 'refused') return sentence`no answer: ${asked.reason}`;
  const { answer } = asked;
  const type = headerOf(answer, 'content-type');
  const location = headerOf(answer, 'location');
  const head = [String(answer.status), type, location === undefined ? undefined : `→ ${location}`];
  return `${head.filter((part) => part !== undefined).join(' ')}\n\n${printableBytes(answer.body, SHOWN_BYTES)}`.trimEnd();
}
