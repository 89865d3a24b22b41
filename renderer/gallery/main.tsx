import '@mantine/core/styles.css';
import '../app/theme/global.css';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { resolveVariables, theme } from '../app/theme/theme.ts';
import { EngineProvider } from '../engine/engine-provider.tsx';
import { createSession } from '../engine/session.ts';
import { createFakeEngine } from '../fake/fake-engine.ts';
import { readOptions } from '../fake/options.ts';
import { isLanguage, startTexts } from '../i18n/i18n.ts';
import { Gallery } from './gallery.tsx';

// Every component in every state, for looking at: `/gallery/?theme=dark&language=zh` of the development server.
const options = readOptions(location.search);
const { theme: scheme, language } = options.preferences;
await startTexts(isLanguage(language) ? language : 'en');
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={resolveVariables}
    {...(scheme === 'system' ? {} : { forceColorScheme: scheme })}
  >
    <EngineProvider session={createSession(createFakeEngine(options))}>
      <Gallery />
    </EngineProvider>
  </MantineProvider>,
);
