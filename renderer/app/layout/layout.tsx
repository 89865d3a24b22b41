import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { Header } from './header.tsx';
import classes from './layout.module.css';
import { StatusBar } from './status-bar.tsx';
import { StepRail } from './step-rail.tsx';

/** The frame that stays: header, steps at the left, running jobs at the bottom. */
export function Layout({ children }: PropsWithChildren) {
  const { t } = useTranslation();
  return (
    <div className={classes.layout}>
      <button type="button" className={classes.skip} onClick={skipToContent}>
        {t('app.skip')}
      </button>
      <Header />
      <StepRail />
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <StatusBar />
    </div>
  );
}

/** Not a link: the address holds where one is in the app. */
function skipToContent() {
  document.getElementById('content')?.focus();
}
