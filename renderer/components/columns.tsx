import type { ReactNode } from 'react';
import classes from './columns.module.css';

/** Two columns where the window is wide enough for both, else one below the other. */
export function Columns({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.grid}>
        <div className={classes.column}>{first}</div>
        <div className={classes.column}>{second}</div>
      </div>
    </div>
  );
}
