import type { PropsWithChildren } from 'react';
import classes from './run.module.css';

/** A part of a workload's panel, under a small heading. */
export function Section({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>{title}</h3>
      {children}
    </section>
  );
}
