import { type PropsWithChildren, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { passFocusOn, takeFocusRequest } from '../app/navigation/focus.ts';
import classes from './step-page.module.css';

interface StepPageProps {
  title: string;
  description?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Stays at the lower edge: where this step leads. */
  footer?: ReactNode;
  /**
   * `fill`: the content takes the whole height and scrolls by itself, as a table, a tree or an editor does. `wide`: it
   * scrolls as usual, and a large window has room for two columns.
   */
  layout?: 'scroll' | 'wide' | 'fill';
}

/** The frame of a step: its heading takes the focus when one comes here from another step. */
export function StepPage({
  title,
  description,
  actions,
  footer,
  layout = 'scroll',
  children,
}: PropsWithChildren<StepPageProps>) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Not before the page is on the screen: to take the focus, it would have to be laid out within the same task.
  useEffect(() => {
    if (takeFocusRequest()) heading.current?.focus();
  }, []);
  // What stands here while a step loads has a heading, too. A layout effect is undone while the page is still there.
  useLayoutEffect(() => {
    const own = heading.current;
    return () => {
      if (own !== null && document.activeElement === own) passFocusOn();
    };
  }, []);
  return (
    <div className={classes.page} data-layout={layout}>
      <div className={classes.scroller}>
        <div className={classes.content}>
          <header className={classes.header}>
            <div>
              <h1 ref={heading} tabIndex={-1} className={classes.title}>
                {title}
              </h1>
              {description === undefined ? null : <p className={classes.description}>{description}</p>}
            </div>
            {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
          </header>
          {children}
        </div>
      </div>
      {footer === undefined ? null : <footer className={classes.footer}>{footer}</footer>}
    </div>
  );
}
