import { useTranslation } from 'react-i18next';
import type { RunningContainer } from '../../../../shared/model/containers.ts';
import { formatDate } from '../../../components/format-date.ts';
import { containerState } from './container-state.ts';

/** Says how a container is: since when it runs and how healthy it is, or how it ended. */
export function useStateText(): (container: RunningContainer) => string {
  const { t, i18n } = useTranslation();
  return (container) => {
    const { state, health, exitCode } = containerState(container);
    if (state === undefined) return container.status;
    if (state === 'exited' && exitCode !== undefined) return t('run.containers.exited', { code: exitCode });
    if (state !== 'running') return t(`run.containers.states.${state}`);
    const since = t('run.containers.since', { when: formatDate(container.startedAt, i18n.language, 'clock') });
    return health === undefined ? since : `${since} · ${t(`run.containers.health.${health}`)}`;
  };
}
