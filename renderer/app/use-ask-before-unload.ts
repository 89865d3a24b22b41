import { useEffect } from 'react';
import { asksBeforeClosing } from '../../shared/closing.ts';
import { useJobs } from '../jobs/jobs-context.tsx';
import { countUnsaved } from '../project/unsaved.ts';
import { useShellInfo } from '../shell/shell-info.ts';

/**
 * A browser's tab asks before it takes jobs or unsaved texts with it. The drafts that the browser keeps belong to the
 * address of this `slipway serve`: the next one need not have the same port. The window asks by itself (electron/shell).
 */
export function useAskBeforeUnload(): void {
  const jobs = useJobs();
  const inBrowser = useShellInfo()?.surface === 'browser';
  useEffect(() => {
    if (!inBrowser) return;
    function ask(event: BeforeUnloadEvent) {
      if (!asksBeforeClosing({ jobs: jobs.running(), drafts: countUnsaved() })) return;
      event.preventDefault();
      // Chromium 118 and older ask for this alone.
      event.returnValue = true;
    }
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [jobs, inBrowser]);
}
