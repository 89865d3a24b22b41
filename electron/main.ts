import { app, type BrowserWindow } from 'electron';
import { createCommandQueue } from './local/command-queue.ts';
import { declareAppScheme } from './shell/app-protocol.ts';
import { startGtkWithoutGl } from './shell/gtk-without-gl.ts';
import { becomeTheInstance, claimLinks } from './shell/instance.ts';
import { askSecretService } from './shell/password-store.ts';
import { placesAround } from './shell/places.ts';
import { runApp } from './shell/run-app.ts';
import { bringForward } from './shell/surface.ts';

// Starts the app, or tells the one that runs already what this start was about.
const commands = createCommandQueue();
let window: () => BrowserWindow | undefined = () => undefined;

const first = becomeTheInstance((command) => {
  if (command !== undefined) commands.send(command);
  const open = window();
  if (open !== undefined) bringForward(open);
});

if (first) {
  startGtkWithoutGl(app.whenReady());
  askSecretService(app.commandLine, process);
  declareAppScheme();
  claimLinks(app);
  void app.whenReady().then(() => {
    window = runApp(placesAround(__dirname), commands);
  });
} else {
  app.quit();
}
