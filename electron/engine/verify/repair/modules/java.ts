import { lineAt } from '../log/log-text.ts';
import { environmentPaths } from './environment-paths.ts';
import type { ModuleReader } from './module-reader.ts';

const complaint = /(?:ClassNotFoundException|NoClassDefFoundError|Could not find or load main class):? ([\w.$/]+)/g;

/** Which archive has a class is not in the message: those that the server's services have open come one after another. */
export const javaModules: ModuleReader = (text, server) => {
  const [match] = text.matchAll(complaint);
  if (match === undefined) return [];
  return [...new Set(environmentPaths(server, 'jar', 'war'))].map((path) => ({
    symptom: lineAt(text, match.index),
    candidates: [path],
  }));
};
