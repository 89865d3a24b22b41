import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fileOf } from '../session/edit-state.ts';
import { stateKey } from '../tree/file-state.ts';
import { StateMark } from '../tree/state-mark.tsx';
import classes from '../workbench.module.css';
import { useEditState, useWorkbench } from '../workbench-context.tsx';
import { tabNames } from './tab-names.ts';

export const editorPanelId = 'edit-panel';

/** The open files. Arrow keys go along them, Delete closes one. */
export function EditorTabs() {
  const { t } = useTranslation();
  const tabs = useEditState((state) => state.tabs);
  const active = useEditState((state) => state.active);
  const { session } = useWorkbench();
  const list = useRef<HTMLDivElement>(null);
  const close = useCloseTab();
  const names = tabNames(tabs);

  useEffect(() => {
    list.current
      ?.querySelector(`[data-path="${CSS.escape(active ?? '')}"]`)
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [active]);

  function onKeyDown(event: KeyboardEvent, path: string) {
    const at = tabs.indexOf(path);
    const to: Record<string, string | undefined> = {
      ArrowRight: tabs[(at + 1) % tabs.length],
      ArrowLeft: tabs.at(at - 1),
      Home: tabs[0],
      End: tabs.at(-1),
    };
    const next = Object.hasOwn(to, event.key) ? to[event.key] : undefined;
    if (event.key === 'Delete') close(path);
    else if (next === undefined) return;
    else {
      session.activate(next);
      list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(next)}"]`)?.focus();
    }
    event.preventDefault();
  }

  if (tabs.length === 0) return null;
  return (
    <div ref={list} className={classes.tabs} role="tablist" aria-label={t('edit.tab.label')}>
      {tabs.map((path) => (
        <div key={path} role="none" className={classes.tab} data-active={path === active || undefined}>
          <button
            type="button"
            role="tab"
            className={classes.tabName}
            data-path={path}
            title={path}
            aria-selected={path === active}
            aria-controls={path === active ? editorPanelId : undefined}
            aria-keyshortcuts="Delete"
            tabIndex={path === active ? 0 : -1}
            onClick={() => session.activate(path)}
            onAuxClick={(event) => event.button === 1 && close(path)}
            onKeyDown={(event) => onKeyDown(event, path)}
          >
            {names.get(path)}
            <TabState path={path} />
          </button>
          {/* For the mouse: by keyboard, Delete closes the tab. */}
          <button
            type="button"
            className={classes.tabClose}
            tabIndex={-1}
            aria-hidden
            title={t('edit.tab.close', { name: names.get(path) })}
            onClick={() => close(path)}
          >
            <IconX size={13} />
          </button>
        </div>
      ))}
    </div>
  );
}

function TabState({ path }: { path: string }) {
  const { t } = useTranslation();
  const { files } = useWorkbench();
  const dirty = useEditState((state) => fileOf(state, path)?.dirty === true);
  const file = files.find((one) => one.path === path);
  const state = file === undefined ? 'generated' : stateKey(file, dirty);
  if (state !== 'unsaved' && state !== 'conflict') return null;
  return (
    <>
      <StateMark state={state} />
      <span className={classes.hidden}>{t(`edit.state.${state}`)}</span>
    </>
  );
}

/** Closes a tab, after asking where something is not saved. */
export function useCloseTab(): (path: string) => void {
  const { session, view } = useWorkbench();
  return (path) => {
    if (fileOf(session.store.getState(), path)?.dirty === true) view.setState({ dialog: { kind: 'close', path } });
    else session.close(path);
  };
}
