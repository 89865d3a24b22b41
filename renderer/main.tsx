import { openEngine } from './client/connect-engine.ts';
import { startApp } from './start-app.tsx';

const { client, onLost } = openEngine();
void startApp(client, onLost);
