import { type PropsWithChildren, type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  title?: ReactNode;
  description?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  /** No inner space: for tables and lists that reach the edge. */
  flush?: boolean;
  /** Takes the height that is left and scrolls inside. */
  fill?: boolean;
}

/** A titled part of a page. */
export function Panel({
  title,
  description,
  actions,
  flush = false,
  fill = false,
  children,
}: PropsWithChildren<PanelProps>) {
  const id = useId();
  return (
    <section
      className={classes.panel}
      data-flush={flush || undefined}
      data-fill={fill || undefined}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title === undefined ? null : (
        <header className={classes.header}>
          <div>
            <h2 id={id} className={classes.title}>
              {title}
            </h2>
            {description === undefined ? null : <p className={classes.description}>{description}</p>}
          </div>
          {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      <div className={classes.body}>{children}</div>
    </section>
  );
}
