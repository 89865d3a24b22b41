import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/theme/global.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import type { EngineClient } from '../shared/contract/client.ts';
import { spokenLanguage } from '../shared/text/spoken-language.ts';
import { App } from './app/app.tsx';
import { loadFirstScreen } from './app/step-screens.ts';
import type { Session } from './engine/engine-provider.tsx';
import { createSession } from './engine/session.ts';
import { startTexts } from './i18n/i18n.ts';

/** Shows the app over an engine. */
export async function startApp(client: EngineClient, onLost?: Session['onLost']): Promise<void> {
  // The page's content security policy allows no code made of text, which zod would try first.
  z.config({ jitless: true });
  loadFirstScreen();
  await startTexts(spokenLanguage(navigator.languages));
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  createRoot(root).render(<App session={createSession(client, onLost)} />);
}
