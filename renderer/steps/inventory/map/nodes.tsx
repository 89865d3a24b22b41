import { Badge, Group, Text } from '@mantine/core';
import { IconCloud, IconServer2, IconUsers } from '@tabler/icons-react';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { Bytes } from '../../../components/bytes.tsx';
import classes from './map.module.css';
import type { MapNode } from './server-map.ts';

export type FlowNode = Node<{ node: MapNode }, 'server'>;

/** One box of the map. */
export function ServerMapNode({ data: { node } }: NodeProps<FlowNode>) {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className={classes.handle} />
      {node.kind === 'service' ? <ServiceBox node={node} /> : <OutsideBox node={node} />}
      <Handle type="source" position={Position.Right} isConnectable={false} className={classes.handle} />
    </>
  );
}

function ServiceBox({ node }: { node: Extract<MapNode, { kind: 'service' }> }) {
  const { t } = useTranslation();
  const { service, ports, sockets } = node;
  return (
    <div className={service.workload === undefined ? classes.system : classes.workload}>
      <Group gap={6} wrap="nowrap">
        <IconServer2 size={16} aria-hidden />
        <Text fw={600} size="sm" truncate>
          {service.name}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {t('inventory.map.processes', { count: service.pids.length })} · <Bytes value={node.memoryBytes} />
      </Text>
      <Group gap={4} mt={4}>
        {ports.slice(0, 3).map(({ label, loopback }) => (
          <Badge key={label} size="xs" variant={loopback ? 'outline' : 'light'} tt="none">
            {label}
          </Badge>
        ))}
        {ports.length + sockets.length > 3 && (
          <Text size="xs" c="dimmed">
            {t('inventory.map.more', { count: ports.length + sockets.length - Math.min(3, ports.length) })}
          </Text>
        )}
        {ports.length === 0 && sockets.length > 0 && (
          <Badge size="xs" variant="outline" tt="none">
            {t('inventory.map.sockets', { count: sockets.length })}
          </Badge>
        )}
      </Group>
    </div>
  );
}

function OutsideBox({ node }: { node: Exclude<MapNode, { kind: 'service' }> }) {
  const { t } = useTranslation();
  const isRemote = node.kind === 'remote';
  const Icon = isRemote ? IconCloud : IconUsers;
  return (
    <div className={classes.outside}>
      <Group gap={6} wrap="nowrap">
        <Icon size={16} aria-hidden />
        <Text fw={600} size="sm" truncate>
          {isRemote ? (node.name ?? node.address) : t('inventory.map.clients')}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {isRemote ? node.address : t('inventory.map.connections', { count: node.connections })}
      </Text>
    </div>
  );
}
