import { Splitter } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialogs } from './dialogs/dialogs.tsx';
import { EditorPane } from './editor-pane.tsx';
import { formatFile } from './file-actions.ts';
import { ProblemsPanel } from './problems/problems-panel.tsx';
import { useProblemKeys } from './problems/use-problem-keys.ts';
import { openQuickOpen, QuickOpen } from './quick-open/quick-open.tsx';
import { SidePanel } from './side-panel.tsx';
import { useBackgroundFiles } from './use-background-files.ts';
import { useEditCommands } from './use-edit-commands.tsx';
import classes from './workbench.module.css';
import { useView, useWorkbench } from './workbench-context.tsx';
import { sideWidths } from './workbench-state.ts';

/** Files at the left, the text in the middle, its reasons at the right, problems below. */
export function Workbench() {
  const { monaco, directory, session, view, files } = useWorkbench();
  const { t } = useTranslation();
  const sideWidth = useView((state) => state.sideWidth);
  const root = useRef<HTMLDivElement>(null);
  const findInFiles = useCallback(() => {
    view.setState({ side: 'search' });
    requestAnimationFrame(() => root.current?.querySelector<HTMLInputElement>('[data-search]')?.select());
  }, [view]);
  const onProblemKey = useProblemKeys();
  useBackgroundFiles();
  useEditCommands(findInFiles);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that the files were listed anew
  useEffect(() => void session.refresh(), [session, files]);
  useHotkeys(
    [
      ['mod + S', saveActive],
      ['mod + shift + S', () => void session.saveAll()],
      ['mod + P', openQuickOpen],
      ['shift + alt + F', () => formatFile(monaco, directory, session.store.getState().active)],
      ['mod + shift + F', findInFiles],
    ],
    // While one types, too: that is where one wants them.
    [],
    true,
  );

  function saveActive() {
    const { active } = session.store.getState();
    if (active !== undefined) void session.save(active);
  }

  return (
    <div ref={root} className={classes.workbench} onKeyDownCapture={onProblemKey}>
      <Splitter
        className={classes.split ?? ''}
        classNames={{ handle: classes.handle ?? '' }}
        sizes={[`${sideWidth}px`, 100]}
        onSizeChange={([side]) => view.setState({ sideWidth: Number.parseInt(String(side), 10) })}
        step="16px"
        shiftStep="64px"
        lineSize={1}
        withHandle={false}
        attributes={{ handle: { 'aria-label': t('edit.side.width') } }}
      >
        <Splitter.Pane
          className={classes.sidePane ?? ''}
          defaultSize={`${sideWidths.usual}px`}
          min={`${sideWidths.least}px`}
          max={`${sideWidths.most}px`}
        >
          <SidePanel />
        </Splitter.Pane>
        <Splitter.Pane className={classes.middle ?? ''} defaultSize={100}>
          <EditorPane />
          <ProblemsPanel />
        </Splitter.Pane>
      </Splitter>
      <QuickOpen />
      <Dialogs />
    </div>
  );
}
