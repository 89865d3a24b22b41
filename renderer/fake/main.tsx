import { startApp } from '../start-app.tsx';
import { createFakeEngine } from './fake-engine.ts';
import { readOptions } from './options.ts';

void startApp(createFakeEngine(readOptions(location.search)));
