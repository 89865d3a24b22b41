import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../../app/navigation/navigation.ts';
import { Bytes } from '../../../components/bytes.tsx';
import { useWork } from '../../../components/use-work.ts';
import type { Conflict } from '../../../editor/conflicts/conflicts.ts';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { Said } from '../../../i18n/said.tsx';
import { evidenceQuery } from '../../../project/evidence.ts';
import classes from '../workbench.module.css';
import { useView, useWorkbench } from '../workbench-context.tsx';
import { filesByReason } from './files-by-reason.ts';
import { type LineReason, reasonAt } from './line-reason.ts';
import { workloadOf } from './reasons-of.ts';

interface WhyPanelProps {
  path: string;
  reasons: readonly LineReason[];
  conflicts: readonly Conflict[];
}

/** Why the line with the cursor stands there. */
export function WhyPanel({ path, reasons, conflicts }: WhyPanelProps) {
  const { t } = useTranslation();
  const line = useView((state) => state.line);
  const reason = reasonAt(reasons, line);
  const disputed = conflicts.some(({ begin, end }) => begin <= line && line <= end);
  const nothing = reasons.length === 0 ? 'edit.why.nothing' : 'edit.why.comment';
  return (
    <aside className={classes.why} aria-label={t('edit.why.title')}>
      <h2 className={classes.whyTitle}>{t('edit.why.title')}</h2>
      <div aria-live="polite">
        {reason === undefined || disputed ? (
          <p className={classes.dimmed}>{t(disputed ? 'edit.conflict.problem' : nothing)}</p>
        ) : (
          <Why reason={reason} />
        )}
      </div>
      <Repairs path={path} />
    </aside>
  );
}

function Why({ reason }: { reason: LineReason }) {
  const { t } = useTranslation();
  const goTo = useNavigation((navigation) => navigation.goTo);
  const { mark, last, topic, workload, reasons, changed } = reason;
  return (
    <>
      <p className={classes.dimmed}>
        {mark === last ? t('edit.why.line', { line: mark }) : t('edit.why.lines', { first: mark, last })}
      </p>
      <h3 className={classes.whyTopic}>{t(`edit.why.topic.${topic}.title`)}</h3>
      <p>{t(`edit.why.topic.${topic}.text`)}</p>
      {changed ? <p className={classes.whyChanged}>{t('edit.why.changed')}</p> : null}
      {reasons.length === 0 ? null : (
        <>
          <h4 className={classes.whyHead}>{t('edit.why.reasons')}</h4>
          <ul className={classes.reasons}>
            {reasons.map(({ subject, text }) => (
              <li key={`${subject} ${text}`}>
                {subject === undefined ? null : <code>{subject}</code>} <Said text={text} />
              </li>
            ))}
          </ul>
        </>
      )}
      {workload !== undefined && (topic === 'payload' || topic === 'app') ? (
        <FilesOf workload={workload} place={topic} />
      ) : null}
      {topic === 'own' ? null : (
        <Button size="compact-xs" variant="default" onClick={() => goTo('plan')}>
          {t('edit.why.plan')}
        </Button>
      )}
    </>
  );
}

const SHOWN = 8;

/** What stands in an archive of hundreds of files: its reasons, the heaviest first. */
function FilesOf({ workload, place }: { workload: string; place: 'payload' | 'app' }) {
  const { t } = useTranslation();
  const client = useEngine();
  const { directory } = useWorkbench();
  const { data } = useQuery(evidenceQuery(client, directory, workload));
  const groups = useWork(useCallback(() => filesByReason(data ?? [], place), [data, place])) ?? [];
  if (groups.length === 0) return null;
  return (
    <>
      <h4 className={classes.whyHead}>{t('edit.why.payload')}</h4>
      <ul className={classes.reasons}>
        {groups.slice(0, SHOWN).map(({ reason, files, bytes }) => (
          <li key={reason}>
            <Said text={reason} />
            <span className={classes.dimmed}>
              {' '}
              {t('edit.why.files', { count: files })}, <Bytes value={bytes} />
            </span>
          </li>
        ))}
      </ul>
      {groups.length > SHOWN ? (
        <p className={classes.dimmed}>{t('edit.why.more', { count: groups.length - SHOWN })}</p>
      ) : null}
    </>
  );
}

function Repairs({ path }: { path: string }) {
  const { t } = useTranslation();
  const { plan } = useWorkbench();
  const repairs = (plan && workloadOf(path, plan)?.repairs) ?? [];
  if (repairs.length === 0) return null;
  return (
    <>
      <h3 className={classes.whyTopic}>{t('edit.why.repairs')}</h3>
      <ul className={classes.reasons}>
        {repairs.map(({ round, rule, symptom, change }) => (
          <li key={`${round} ${rule} ${change}`}>
            <Said text={symptom} /> → <Said text={change} />
          </li>
        ))}
      </ul>
    </>
  );
}
