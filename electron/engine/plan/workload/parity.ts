import type { ParityProbe, Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { compareText, uniqueBy } from '../../detectors/support/lists.ts';
import type { Site, WorkloadPart } from '../../detectors/support/part.ts';
import { isPlainText } from '../../detectors/support/plain-text.ts';
import type { Server } from '../../detectors/support/server.ts';
import { secretVariables } from '../secrets/rules.ts';

const mostPaths = 20;

/** What to ask server and container alike: known paths over HTTP, the detector's own protocol, else the greeting. */
export function parityOf(server: Server, ports: Workload['ports'], part: WorkloadPart): ParityProbe[] {
  const tcp = ports.filter((port) => port.protocol === 'tcp').map((port) => port.container);
  const sites = part.sites.filter((site) => tcp.includes(site.port));
  const covered = new Set([...sites.map((site) => site.port), ...part.parity.map((probe) => probe.port)]);
  const greetings = tcp
    .filter((port) => !covered.has(port))
    .map((port): ParityProbe => ({ kind: 'greeting', port, reason: sentence`No protocol is known for this port.` }));
  const all = [...part.parity, ...sites.flatMap((site) => siteProbes(server, site)), ...greetings];
  return uniqueBy(all, (probe) => JSON.stringify({ ...probe, reason: '' }));
}

function siteProbes(server: Server, site: Site): ParityProbe[] {
  const head = {
    kind: 'http' as const,
    port: site.port,
    tls: site.tls,
    ...(site.host !== undefined && { host: site.host }),
  };
  const known = site.paths
    .filter(isAskable)
    .map((path): ParityProbe => ({ ...head, path, reason: sentence`The service names this path.` }));
  const logged = site.accessLogs.flatMap((log) =>
    requested(server, log).map(
      (path): ParityProbe => ({ ...head, path, reason: sentence`Among the most requested in ${log}.` }),
    ),
  );
  return uniqueBy(
    [{ ...head, path: '/', reason: sentence`The front page.` }, ...known, ...logged.slice(0, mostPaths)],
    (probe) => (probe.kind === 'http' ? probe.path : ''),
  );
}

/** The most requested paths; of equally often requested ones the same come first in every scan. */
function requested(server: Server, log: string): string[] {
  const requests = server.requestsOf(log).filter(({ path }) => isAskable(path));
  return [...requests]
    .sort((a, b) => b.count - a.count || compareText(a.path, b.path))
    .map(({ path }) => path)
    .slice(0, mostPaths);
}

/** A path that may be asked again and written down: no secret in its query, nothing but printable ASCII. */
function isAskable(path: string): boolean {
  const [, query = ''] = path.split('?', 2);
  const names = query.split('&').map((pair) => pair.split('=')[0] ?? '');
  return (
    isPlainText(path) &&
    /^\/[\x21-\x7e]*$/.test(path) &&
    !path.startsWith('//') &&
    path.length <= 512 &&
    !names.some((name) => secretVariables.test(name) || /session|sid$/i.test(name))
  );
}
