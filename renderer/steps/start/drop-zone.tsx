import { notifications } from '@mantine/notifications';
import { IconFolderDown } from '@tabler/icons-react';
import { type DragEvent, type PropsWithChildren, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenProject } from '../../project/open-project.ts';
import { droppedPath } from './dropped-path.ts';
import classes from './start.module.css';

/** Opens the project whose folder, or `slipway.yaml`, is dropped anywhere on it. */
export function DropZone({ children }: PropsWithChildren) {
  const { t } = useTranslation();
  const open = useOpenProject();
  const [over, setOver] = useState(false);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const path = droppedPath(event.dataTransfer);
    if (path === undefined) notifications.show({ title: t('start.dropUnknown'), message: t('start.dropUnknownText') });
    else void open(path);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button beside it does the same
    <div
      className={classes.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      {children}
      {over ? (
        <div className={classes.dropHint} aria-hidden>
          <IconFolderDown size={40} />
          {t('start.dropHere')}
        </div>
      ) : null}
    </div>
  );
}
