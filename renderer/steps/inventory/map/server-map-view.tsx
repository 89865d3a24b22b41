import { Switch, useMantineColorScheme } from '@mantine/core';
import { Background, Controls, type Edge, MarkerType, Panel, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts } from '../../../../shared/model/facts.ts';
import type { Service } from '../../../../shared/model/service.ts';
import { Loading } from '../../../components/loading.tsx';
import { layOut, type Positions } from './layout.ts';
import classes from './map.module.css';
import { type FlowNode, ServerMapNode } from './nodes.tsx';
import { type MapEdge, type MapNode, serverMap } from './server-map.ts';

const nodeTypes = { server: ServerMapNode };
const sizeOf = () => ({ width: 210, height: 86 });

interface Props {
  facts: Facts;
  services: readonly Service[];
}

/** The server's services as a picture: who calls whom. The same is in the tables, for who cannot see it. */
export function ServerMapView({ facts, services }: Props) {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const [withSystem, setWithSystem] = useState(false);
  const map = useMemo(() => serverMap(facts, services, withSystem), [facts, services, withSystem]);
  const positions = usePositions(map);
  return (
    <section className={classes.frame} aria-label={t('inventory.map.label')}>
      {positions === undefined ? (
        <Loading />
      ) : (
        <ReactFlow
          key={String(withSystem)}
          nodes={map.nodes.map((node) => flowNode(node, positions))}
          edges={map.edges.map(flowEdge)}
          nodeTypes={nodeTypes}
          colorMode={colorScheme === 'auto' ? 'system' : colorScheme}
          nodesDraggable={false}
          nodesConnectable={false}
          // A line does nothing; what it joins can be reached, and the table of ports says the same.
          edgesFocusable={false}
          fitView
          fitViewOptions={{ maxZoom: 1 }}
          minZoom={0.2}
          proOptions={{ hideAttribution: true }}
        >
          <Background />
          <Controls showInteractive={false} />
          <Panel position="top-right">
            <Switch
              size="xs"
              label={t('inventory.map.withSystem')}
              checked={withSystem}
              onChange={(event) => setWithSystem(event.currentTarget.checked)}
            />
          </Panel>
        </ReactFlow>
      )}
    </section>
  );
}

function usePositions(map: ReturnType<typeof serverMap>): Positions | undefined {
  const [found, setFound] = useState<{ map: typeof map; positions: Positions }>();
  useEffect(() => {
    const abort = new AbortController();
    layOut(map, sizeOf, abort.signal).then(
      (positions) => !abort.signal.aborted && setFound({ map, positions }),
      // Without a layout the services are still all there to see, side by side.
      () => !abort.signal.aborted && setFound({ map, positions: inRows(map.nodes) }),
    );
    return () => abort.abort();
  }, [map]);
  return found?.map === map ? found.positions : undefined;
}

function inRows(nodes: readonly MapNode[]): Positions {
  return new Map(nodes.map((node, index) => [node.id, { x: (index % 4) * 260, y: Math.floor(index / 4) * 120 }]));
}

function flowNode(node: MapNode, positions: Positions): FlowNode {
  return { id: node.id, type: 'server', position: positions.get(node.id) ?? { x: 0, y: 0 }, data: { node } };
}

function flowEdge({ id, from, to, label, kind }: MapEdge): Edge {
  return {
    id,
    source: from,
    target: to,
    label,
    markerEnd: { type: MarkerType.ArrowClosed },
    ...(kind === 'unix' ? { style: { strokeDasharray: '4 3' } } : {}),
  };
}
