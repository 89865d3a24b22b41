import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Bytes } from '../../components/bytes.tsx';
import { Loading } from '../../components/loading.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { toErrorData } from '../../engine/error-data.ts';
import { useProject } from '../../project/project.ts';
import { DockerError } from './docker-error.tsx';
import { layerTitle } from './layer-title.ts';
import classes from './run.module.css';

/** An image's layers with their sizes, drawn to scale. */
export function Layers({ image }: { image: string }) {
  const { t } = useTranslation();
  const client = useEngine();
  const { directory } = useProject();
  const { data, error, refetch } = useQuery({
    queryKey: ['layers', directory, image],
    queryFn: () => client.containers.layers({ directory, image }),
  });
  if (error !== null) return <DockerError error={toErrorData(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={2} />;
  const largest = Math.max(1, ...data.map((layer) => layer.sizeBytes));
  return (
    <ul className={classes.layers} aria-label={t('run.layersOf', { image })}>
      {data.map((layer, index) => (
        // Layers have no name of their own; their order never changes.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index} className={classes.layer}>
          <Text size="sm" ta="right">
            <Bytes value={layer.sizeBytes} />
          </Text>
          <div>
            <div
              className={classes.bar}
              data-base={layer.base || undefined}
              style={{ width: `${Math.max(0.5, (100 * layer.sizeBytes) / largest)}%` }}
            />
            <Text size="xs" c="dimmed" truncate title={layer.createdBy}>
              {layer.base ? t('run.baseLayer') : layerTitle(layer.createdBy)}
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
