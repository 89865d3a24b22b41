import type { ProjectFile } from '../../../../shared/model/project-file.ts';

/** A folder or a file of the project, in the shape that the app's tree shows. */
export interface FileNode {
  /** The path. */
  id: string;
  name: string;
  /** What a screen reader says: the name, and the state of a file. */
  spokenName?: string;
  children?: FileNode[];
  file?: ProjectFile;
}

/** Files as folders: folders first, each by name. `speak` says a file's state in words. */
export function fileTree(files: readonly ProjectFile[], speak: (file: ProjectFile) => string): FileNode[] {
  const roots: FileNode[] = [];
  const folders = new Map([['', roots]]);
  for (const file of files) {
    const slash = file.path.lastIndexOf('/');
    const name = file.path.slice(slash + 1);
    const siblings = childrenAt(folders, file.path.slice(0, Math.max(slash, 0)));
    siblings.push({ id: file.path, name, spokenName: `${name}, ${speak(file)}`, file });
  }
  for (const children of folders.values()) children.sort(foldersFirst);
  return roots;
}

/** What is open to begin with: the workloads, not what the application and the system brought along. */
export function firstOpen(files: readonly ProjectFile[]): string[] {
  const folders = new Set(files.flatMap(({ path }) => /^(workloads)(?:\/[^/]+)?(?=\/)/.exec(path)?.slice(0, 2) ?? []));
  return [...folders];
}

function childrenAt(folders: Map<string, FileNode[]>, path: string): FileNode[] {
  const known = folders.get(path);
  if (known !== undefined) return known;
  const slash = path.lastIndexOf('/');
  const children: FileNode[] = [];
  folders.set(path, children);
  childrenAt(folders, path.slice(0, Math.max(slash, 0))).push({ id: path, name: path.slice(slash + 1), children });
  return children;
}

function foldersFirst(a: FileNode, b: FileNode): number {
  const rank = (node: FileNode) => (node.children === undefined ? 1 : 0);
  return rank(a) - rank(b) || (a.name < b.name ? -1 : 1);
}
