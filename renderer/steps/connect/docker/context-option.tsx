import { Badge, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DockerContext } from '../../../../shared/model/machine.ts';

/** A context that this machine's Docker client knows. */
export function ContextOption({ context: { name, endpoint, current } }: { context: DockerContext }) {
  const { t } = useTranslation();
  return (
    <Radio
      value={name}
      label={
        <>
          {name}
          {current ? (
            <Badge ml={8} size="sm" variant="light" color="harbor" tt="none">
              {t('connect.docker.current')}
            </Badge>
          ) : null}
        </>
      }
      description={endpoint}
    />
  );
}
