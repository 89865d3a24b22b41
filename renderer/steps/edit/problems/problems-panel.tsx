import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../workbench.module.css';
import { useGoTo, useView, useWorkbench } from '../workbench-context.tsx';
import { countOf, type Problem } from './problems.ts';
import { useProblems } from './use-problems.ts';

/** What is wrong in all files: a line with the numbers, and the list under it. */
export function ProblemsPanel() {
  const { t } = useTranslation();
  const { monaco, directory, view } = useWorkbench();
  const shown = useView((state) => state.problems);
  const problems = useProblems(monaco, directory);
  const errors = countOf(problems, 'error');
  const warnings = countOf(problems, 'warning');
  return (
    <section className={classes.problems} aria-label={t('edit.problems.title')}>
      <button
        type="button"
        className={classes.problemsHead}
        aria-expanded={shown}
        onClick={() => view.setState({ problems: !shown })}
      >
        {shown ? <IconChevronDown size={15} aria-hidden /> : <IconChevronUp size={15} aria-hidden />}
        <span className={classes.problemsTitle}>{t('edit.problems.title')}</span>
        {problems.length === 0 ? (
          <span className={classes.count}>
            <IconCircleCheck size={15} aria-hidden className={classes.good} /> {t('edit.problems.none')}
          </span>
        ) : (
          <>
            <span className={classes.count}>
              <SeverityIcon severity="error" /> {t('edit.problems.errors', { count: errors })}
            </span>
            <span className={classes.count}>
              <SeverityIcon severity="warning" /> {t('edit.problems.warnings', { count: warnings })}
            </span>
          </>
        )}
      </button>
      {shown ? <ProblemList problems={problems} /> : null}
    </section>
  );
}

function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation();
  const goTo = useGoTo();
  if (problems.length === 0) return <p className={classes.noProblems}>{t('edit.problems.noneText')}</p>;
  return (
    <ul className={classes.problemList}>
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)}>
          <button
            type="button"
            className={classes.problem}
            onClick={() => goTo(problem.path, { line: problem.line, column: problem.column, length: 0 })}
          >
            <SeverityIcon severity={problem.severity} />
            <span className={classes.hidden}>{t(`edit.problems.${problem.severity}`)}:</span>
            <span className={classes.message}>{problem.message}</span>
            <span className={classes.dimmed}>{problem.source}</span>
            <span className={classes.place}>
              {problem.path}, {t('edit.problems.at', { line: problem.line })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function SeverityIcon({ severity }: { severity: Problem['severity'] }) {
  const Icon = severity === 'error' ? IconCircleX : IconAlertTriangle;
  return <Icon size={15} aria-hidden className={classes[severity]} />;
}
