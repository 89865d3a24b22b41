import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { ServerMap } from './server-map.ts';

export interface Size {
  width: number;
  height: number;
}

export type Positions = ReadonlyMap<string, { x: number; y: number }>;

/** Where each node stands, in pixels: callers on the left, whom they call on the right. Worked out in a worker. */
export async function layOut(map: ServerMap, sizeOf: (id: string) => Size, signal: AbortSignal): Promise<Positions> {
  const elk = new ELK({ workerUrl });
  const stop = () => elk.terminateWorker();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const graph = await elk.layout({
      id: 'server',
      layoutOptions,
      children: map.nodes.map((node) => ({ id: node.id, ...sizeOf(node.id) })),
      edges: map.edges.map((edge) => ({ id: edge.id, sources: [edge.from], targets: [edge.to] })),
    });
    return new Map((graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  } finally {
    signal.removeEventListener('abort', stop);
    elk.terminateWorker();
  }
}

const layoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': '110',
  'elk.spacing.nodeNode': '24',
  // Services that talk to nobody stand in rows instead of one endless column.
  'elk.separateConnectedComponents': 'true',
  'elk.aspectRatio': '1.8',
};
