import { IconArrowNarrowRight, IconBrandDocker, IconServer2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptionalProject } from '../../project/project.ts';
import { HeaderTools } from './header-tools.tsx';
import classes from './layout.module.css';
import { Mark } from './mark.tsx';

/** Which project, from which server to which Docker host. */
export function Header() {
  const { t } = useTranslation();
  const project = useOptionalProject();
  return (
    <header className={classes.header}>
      <div className={classes.brand}>
        <Mark className={classes.mark} />
        <span className={classes.project} title={project?.directory}>
          {project?.name ?? t('app.name')}
        </span>
      </div>
      <div className={classes.path}>
        {project === undefined ? null : (
          <>
            <PathEnd
              label={t('app.path.server')}
              value={project.server?.target.replace(/^ssh:\/\//, '')}
              icon={<IconServer2 size={15} />}
            />
            <IconArrowNarrowRight size={18} aria-hidden />
            <PathEnd
              label={t('app.path.docker')}
              value={project.docker === undefined ? undefined : (project.docker.host ?? t('app.path.current'))}
              icon={<IconBrandDocker size={15} />}
            />
          </>
        )}
      </div>
      <HeaderTools />
    </header>
  );
}

function PathEnd({ label, value, icon }: { label: string; value: string | undefined; icon: ReactNode }) {
  const { t } = useTranslation();
  const missing = t('app.path.notChosen', { end: label });
  return (
    <span
      className={classes.end}
      data-missing={value === undefined || undefined}
      title={value === undefined ? missing : t('app.path.of', { end: label, value })}
    >
      {icon}
      <span className={classes.endText}>{value ?? missing}</span>
    </span>
  );
}
