import { app, type BrowserWindow, ipcMain, nativeTheme, session } from 'electron';
import { portMessages } from '../../shared/contract/transport.ts';
import type { Preferences } from '../../shared/model/shell.ts';
import { spokenLanguage } from '../../shared/text/spoken-language.ts';
import { openKeychain } from '../keychain.ts';
import type { CommandQueue } from '../local/command-queue.ts';
import { type Log, openLog } from '../local/log.ts';
import { openPreferences } from '../local/preferences.ts';
import { createSealedSecrets } from '../local/sealed-secrets.ts';
import { createShellRouter } from '../local/shell-router.ts';
import { setAppMenu } from './app-menu.ts';
import { serveAppScheme } from './app-protocol.ts';
import { askBeforeClose } from './ask-before-close.ts';
import { collectGarbageAfterStart } from './collect-garbage.ts';
import { crashPage } from './crash-page.ts';
import { watchForCrashes } from './crashes.ts';
import { type EngineHandle, startEngine } from './engine-handle.ts';
import { guardPages, guardSession } from './guard.ts';
import { isOwnPage, pageAddress } from './origin.ts';
import type { Places } from './places.ts';
import { onSessionEnd } from './session-end.ts';
import { createSurface } from './surface.ts';
import { texts } from './texts.ts';
import { watchedPreferences } from './watched-preferences.ts';
import { openWindow } from './window.ts';

/** How long cancelled jobs may take to clean up, in milliseconds: when a person quits, and when the session ends. */
const patience = { quit: 20_000, sessionEnd: 8_000 };

/** Everything between `ready` and the end: the engine, the shell it asks, and the window. Gives the window. */
export function runApp(places: Places, commands: CommandQueue): () => BrowserWindow | undefined {
  const settings = app.getPath('userData');
  const logs = app.getPath('logs');
  const log = openLog(logs, 'main');
  log.info({ version: app.getVersion(), electron: process.versions.electron, platform: process.platform }, 'started');
  const page = pageAddress(app.isPackaged, process.env);

  let window: BrowserWindow | undefined;
  const apply = (now: Preferences) => {
    nativeTheme.themeSource = now.theme;
    setAppMenu({ preferences: now, words: wordsFor(now), logs, actions: { send: commands.send, prefer } });
  };
  const preferences = watchedPreferences(openPreferences(settings), apply);
  const prefer = (change: Partial<Preferences>) => {
    commands.send({ command: 'preferences-changed', preferences: preferences.set(change) });
  };
  const words = () => wordsFor(preferences.get());

  guardPages(app, page, log);
  guardSession(session.defaultSession, page);
  serveAppScheme(session.defaultSession.protocol, places.renderer, () =>
    crashPage(words(), languageOf(preferences.get()), page),
  );
  // Its background is the theme's.
  nativeTheme.themeSource = preferences.get().theme;
  // As soon as may be: while its process starts, the rest is made, and is there before the page asks for it.
  window = openWindow({ settings, preload: places.preload, page, icon: places.icon });
  window.on('closed', () => {
    window = undefined;
  });
  let sessionEnds = false;
  watchForCrashes(window, { words, log, ending: () => sessionEnds });

  const secrets = createSealedSecrets({ folder: settings, openKeychain });
  const surface = createSurface({ window: () => window, logs });
  const engine = startEngine({
    program: places.engine,
    shell: createShellRouter({ surface, commands, preferences, secrets }),
    ...{ logs, log, onLost: () => window?.webContents.send(portMessages.lost) },
  });
  connectPages(engine, page);
  apply(preferences.get());
  const question = askBeforeClose(window, { words, jobs: engine.jobs });
  endWith(engine, log, () => (sessionEnds ? patience.sessionEnd : patience.quit));
  onSessionEnd(window, (why) => {
    log.info({ why, jobs: engine.jobs() }, 'session ends');
    sessionEnds = true;
    question.skip();
    app.quit();
  });
  collectGarbageAfterStart();
  return () => window;
}

/** Hands the port that a page sends over to the engine; from anything but the app's page it is not taken. */
function connectPages(engine: EngineHandle, page: string): void {
  ipcMain.on(portMessages.connect, ({ ports, senderFrame }) => {
    const [port] = ports;
    if (port !== undefined && senderFrame !== null && isOwnPage(senderFrame.url, page)) engine.connect(port);
  });
}

function endWith(engine: EngineHandle, log: Log, limit: () => number): void {
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', async (event) => {
    event.preventDefault();
    await engine.end(limit());
    log.info('ended');
    app.exit();
  });
}

function languageOf({ language }: Preferences) {
  return language === 'system' ? spokenLanguage(app.getPreferredSystemLanguages()) : language;
}

function wordsFor(preferences: Preferences) {
  return texts[languageOf(preferences)];
}
