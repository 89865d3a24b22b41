import { IconTool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Said } from '../i18n/said.tsx';
import classes from './job-panel.module.css';
import type { JobState } from './job-state.ts';

/** What was repaired on the way: what was seen, and what was changed. */
export function RepairList({ repairs }: Pick<JobState<unknown>, 'repairs'>) {
  const { t } = useTranslation();
  if (repairs.length === 0) return null;
  return (
    <ul className={classes.repairs} aria-label={t('jobs.repairs')}>
      {repairs.map(({ workload, repair }) => (
        <li key={`${workload} ${repair.round} ${repair.rule} ${repair.change}`} className={classes.repair}>
          <IconTool size={16} aria-hidden />
          <div>
            <div>
              <strong>{workload}</strong> <Said text={repair.symptom} />
            </div>
            <div className={classes.change}>
              <Said text={repair.change} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
