import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { pathMark, portMessages, windowMark } from '../shared/contract/transport.ts';

// The page never sees Electron: it gives one end of a channel away, and speaks the contract through the other. A new
// procedure therefore changes nothing here.
contextBridge.exposeInMainWorld(windowMark, true);
contextBridge.exposeInMainWorld(pathMark, (file: File) => webUtils.getPathForFile(file));

window.addEventListener('message', ({ source, data, ports }) => {
  if (source === window && data === portMessages.connect)
    ipcRenderer.postMessage(portMessages.connect, null, [...ports]);
});

ipcRenderer.on(portMessages.lost, () => window.postMessage(portMessages.lost, window.origin));
