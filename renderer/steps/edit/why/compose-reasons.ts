import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { distinct, type LineReason, type Reason, type Topic } from './line-reason.ts';
import { itemReasons, serviceReasons } from './service-reasons.ts';

interface Place {
  first: number;
  last: number;
}

/** Why each key of compose.yaml stands there: the plan's reasons for the service, and within it for every setting. */
export function composeReasons(text: string, generated: string | undefined, plan: Plan): LineReason[] {
  const before = new Set((generated ?? '').split('\n').map((line) => line.trim()));
  const lines = text.split('\n');
  const isChanged = ({ first, last }: Place) =>
    lines.slice(first - 1, last).some((line) => line.trim() !== '' && !before.has(line.trim()));
  return keysOf(text, plan).map(({ reasons, ...rest }) => ({
    ...rest,
    mark: rest.first,
    reasons: distinct(reasons),
    changed: isChanged(rest),
  }));
}

type Found = Omit<LineReason, 'changed' | 'mark'>;

function keysOf(text: string, plan: Plan): Found[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, keepSourceTokens: false });
  if (!isMap(document.contents)) return [];
  return pairs(document.contents).flatMap((pair) => {
    const place = placeOf(pair, counter);
    if (place === undefined) return [];
    if (pair.key === 'services' && isMap(pair.value)) {
      return pairs(pair.value).flatMap((service) => serviceKeys(service, plan, counter));
    }
    return [{ ...place, topic: topTopic(pair.key), reasons: topReasons(pair.key, plan) }];
  });
}

interface NamedPair {
  key: string;
  from: Node;
  value: Node | null;
}

function serviceKeys(service: NamedPair, plan: Plan, counter: LineCounter): Found[] {
  const workload = plan.workloads.find(({ name }) => name === service.key);
  const place = placeOf(service, counter);
  if (place === undefined) return [];
  if (workload === undefined) return [{ ...place, topic: 'own', reasons: [] }];
  const of = { workload: workload.name };
  const settings = isMap(service.value) ? pairs(service.value) : [];
  return [
    // The line of the name alone: what stands below has reasons of its own.
    { ...of, first: place.first, last: place.first, topic: 'service', reasons: aboutService(workload) },
    ...settings.flatMap((setting) =>
      settingKeys(setting, workload, plan, counter).map((found) => ({ ...of, ...found })),
    ),
  ];
}

function settingKeys(setting: NamedPair, workload: Workload, plan: Plan, counter: LineCounter): Found[] {
  const place = placeOf(setting, counter);
  if (place === undefined) return [];
  const { topic, reasons } = serviceReasons(setting.key, workload, plan);
  const whole = { ...place, topic, reasons };
  if (!isSeq(setting.value)) return [whole];
  const items = setting.value.items.flatMap((item) => {
    const at = nodePlace(item as Node, counter);
    const found = at && itemReasons(setting.key, plainOf(item), workload, plan);
    return at === undefined || found === undefined ? [] : [{ ...at, ...found }];
  });
  return [whole, ...items];
}

function aboutService({ title, fit, evidence }: Workload): Reason[] {
  return [
    { text: title },
    ...evidence.map((text) => ({ text })),
    ...fit.reasons.map((text) => ({ subject: fit.grade, text })),
  ];
}

function topTopic(key: string): Topic {
  switch (key) {
    case 'name':
      return 'project';
    case 'volumes':
      return 'data';
    case 'secrets':
      return 'secrets';
    default:
      return 'own';
  }
}

function topReasons(key: string, plan: Plan): Reason[] {
  if (key === 'name') return [{ text: `${plan.server.name}: ${plan.server.os.prettyName}` }];
  if (key === 'volumes') {
    return plan.workloads.flatMap(({ data }) => data.map(({ path, reason }) => ({ subject: path, text: reason })));
  }
  if (key === 'secrets') {
    return plan.workloads.flatMap(({ secrets }) =>
      secrets.map(({ name, reason }) => ({ subject: name, text: reason })),
    );
  }
  return [];
}

function pairs(map: YAMLMap): NamedPair[] {
  return map.items.flatMap((pair: Pair) =>
    isScalar(pair.key)
      ? [{ key: String(pair.key.value), from: pair.key, value: (pair.value as Node | null) ?? null }]
      : [],
  );
}

function placeOf({ from, value }: NamedPair, counter: LineCounter): Place | undefined {
  const start = nodePlace(from, counter);
  if (start === undefined) return undefined;
  return { first: start.first, last: Math.max(start.last, (value && nodePlace(value, counter)?.last) ?? 0) };
}

/** Lines of a node's own text; what follows it (blank lines, comments) belongs to nobody. */
function nodePlace(node: Node, counter: LineCounter): Place | undefined {
  const range = node.range;
  if (range === undefined || range === null) return undefined;
  return { first: counter.linePos(range[0]).line, last: counter.linePos(Math.max(range[0], range[1] - 1)).line };
}

function plainOf(item: unknown): unknown {
  return isMap(item) || isScalar(item) || isSeq(item) ? item.toJSON() : item;
}
