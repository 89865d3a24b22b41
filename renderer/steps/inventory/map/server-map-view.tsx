import { Switch, useMantineColorScheme } from '@mantine/core';
import { Background, Controls, type Edge, MarkerType, Panel, ReactFlow, useReactFlow, useStore } from '@xyflow/react';
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
const sizeOf = () => ({ width: 244, height: 86 });
const fitOptions = { maxZoom: 1 };

interface Props {
  facts: Facts;
  services: readonly Service[];
}

/** The server's services as a picture: who calls whom. The same is in the tables, for who cannot see it. */
export function ServerMapView({ facts, services }: Props) {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const [withSystem, setWithSystem] = useState(false);
  // Someone who moved it looks at something: it stays where it is.
  const [moved, setMoved] = useState(false);
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
          fitViewOptions={fitOptions}
          minZoom={0.2}
          proOptions={{ hideAttribution: true }}
          onMoveStart={(event) => event !== null && setMoved(true)}
        >
          <Background />
          <Controls
            showInteractive={false}
            fitViewOptions={fitOptions}
            onZoomIn={() => setMoved(true)}
            onZoomOut={() => setMoved(true)}
            onFitView={() => setMoved(false)}
          />
          {moved ? null : <KeepFitted />}
          <Panel position="top-right">
            <Switch
              size="xs"
              label={t('inventory.map.withSystem')}
              checked={withSystem}
              onChange={(event) => {
                setWithSystem(event.currentTarget.checked);
                setMoved(false);
              }}
            />
          </Panel>
        </ReactFlow>
      )}
    </section>
  );
}

/** Fits the whole picture into the frame again whenever that gets another size. */
function KeepFitted() {
  const { fitView } = useReactFlow();
  const width = useStore((flow) => flow.width);
  const height = useStore((flow) => flow.height);
  useEffect(() => {
    if (width > 0 && height > 0) void fitView(fitOptions);
  }, [fitView, width, height]);
  return null;
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
