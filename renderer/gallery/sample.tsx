import type { PropsWithChildren } from 'react';
import classes from './gallery.module.css';

/** A component in one state, under its name. */
export function Sample({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <section className={classes.sample} aria-label={name}>
      <h2 className={classes.name}>{name}</h2>
      {children}
    </section>
  );
}
