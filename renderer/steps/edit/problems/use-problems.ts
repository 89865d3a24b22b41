import { useEffect, useState } from 'react';
import { conflictOwner } from '../../../editor/conflicts/conflicts.ts';
import type { Monaco } from '../../../editor/monaco-api.ts';
import { projectPath } from '../../../editor/project-uri.ts';
import { severities } from '../../../editor/severities.ts';
import { type Problem, sortProblems } from './problems.ts';

/** What is wrong in any file of the project, as it is found. */
export function useProblems(monaco: Monaco, directory: string): readonly Problem[] {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    const collect = () => setProblems(problemsOf(monaco, directory));
    collect();
    const changed = monaco.editor.onDidChangeMarkers(collect);
    return () => changed.dispose();
  }, [monaco, directory]);
  return problems;
}

export function problemsOf(monaco: Monaco, directory: string): Problem[] {
  const markers = monaco.editor.getModelMarkers({});
  // Until a conflict is resolved, whatever else a language says of the file is about the markers.
  const conflicts = markers.filter(({ owner }) => owner === conflictOwner);
  const conflicted = new Set(conflicts.map(({ resource }) => resource.toString()));
  const found = markers.flatMap((marker): Problem[] => {
    const path = projectPath(marker.resource, directory);
    if (path === undefined || marker.severity < severities.warning) return [];
    if (marker.owner !== conflictOwner && conflicted.has(marker.resource.toString())) return [];
    return [
      {
        path,
        line: marker.startLineNumber,
        column: marker.startColumn,
        severity: marker.severity >= severities.error ? 'error' : 'warning',
        message: marker.message,
        source: (marker.source ?? '').replace(/^yaml-schema: /, ''),
      },
    ];
  });
  return sortProblems(found);
}
