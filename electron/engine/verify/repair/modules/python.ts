import { lineAt } from '../log/log-text.ts';
import { environmentPaths } from './environment-paths.ts';
import type { ModuleReader } from './module-reader.ts';

const complaint = /(?:ModuleNotFoundError|ImportError): No module named '?([\w.]+)'?/g;

/** `No module named 'flask.ext'`: the package or module of its first part, on the paths of the server's interpreters. */
export const pythonModules: ModuleReader = (text, server) => {
  const named = environmentPaths(server, 'python-path', 'virtualenv');
  const inLog = Array.from(text.matchAll(/"(\/\S*\/python3?\.?\d*)\/\S*\.py"/g), (match) => match[1] ?? '');
  const system = inLog.flatMap((path) => [
    path,
    `${path}/site-packages`,
    path.replace('/usr/lib', '/usr/local/lib').concat('/dist-packages'),
  ]);
  const paths = [...named, '/usr/lib/python3/dist-packages', ...system];
  return Array.from(text.matchAll(complaint), (match) => {
    const [top = ''] = (match[1] ?? '').split('.');
    return {
      symptom: lineAt(text, match.index),
      candidates: paths.flatMap((path) => [`${path}/${top}`, `${path}/${top}.py`]),
    };
  });
};
