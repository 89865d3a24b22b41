import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileMatch } from '../../../../shared/model/project-file.ts';
import classes from '../workbench.module.css';
import { useGoTo } from '../workbench-context.tsx';
import { excerpt, groupMatches } from './group-matches.ts';

/** More lines than this nobody reads. */
const MOST = 500;

/** The matches by file, each a button that goes there. */
export function SearchResults({ matches, truncated }: { matches: readonly FileMatch[]; truncated: boolean }) {
  const { t } = useTranslation();
  const goTo = useGoTo();
  const groups = useMemo(() => groupMatches(matches.slice(0, MOST)), [matches]);
  return (
    <div className={classes.results}>
      <p className={classes.hint} role="status">
        {matches.length === 0 ? t('edit.search.nothing') : t('edit.search.found', { count: matches.length })}
        {truncated || matches.length > MOST ? ` ${t('edit.search.truncated')}` : ''}
      </p>
      {groups.map(({ path, matches: found }) => (
        <section key={path} aria-label={path}>
          <h2 className={classes.resultFile} title={path}>
            <bdi>{path}</bdi>
          </h2>
          <ul className={classes.plainList}>
            {found.map((match) => (
              <li key={`${match.line}:${match.column}`}>
                <button type="button" className={classes.result} onClick={() => goTo(path, match)}>
                  <span className={classes.resultLine}>{match.line}</span>
                  <Excerpt match={match} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Excerpt({ match }: { match: FileMatch }) {
  const { before, match: hit, after } = excerpt(match);
  return (
    <span className={classes.excerpt}>
      {before}
      <mark className={classes.hit}>{hit}</mark>
      {after}
    </span>
  );
}
