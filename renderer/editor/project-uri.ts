import type { Uri } from 'monaco-editor/editor';
import type { Monaco } from './monaco-api.ts';

/** Where Monaco keeps a project's file: by the project too, so that two projects never share a text. */
export function projectUri(monaco: Monaco, directory: string, path: string, scheme = 'file'): Uri {
  return monaco.Uri.from({ scheme, path: `${rootOf(directory)}/${path}` });
}

/** The path in the project, of a text that belongs to it. */
export function projectPath(uri: Uri, directory: string): string | undefined {
  const root = `${rootOf(directory)}/`;
  return uri.scheme === 'file' && uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
}

/** A folder of Windows has a drive and backslashes. */
function rootOf(directory: string): string {
  const path = directory.replaceAll('\\', '/').replace(/\/+$/, '');
  return path.startsWith('/') ? path : `/${path}`;
}
