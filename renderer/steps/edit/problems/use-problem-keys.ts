import type { KeyboardEvent } from 'react';
import { projectUri } from '../../../editor/project-uri.ts';
import { useGoTo, useWorkbench } from '../workbench-context.tsx';
import { neighborProblem } from './problems.ts';
import { problemsOf } from './use-problems.ts';

/** Goes to the next problem of all files, or to the one before. */
export function useGoToProblem(): (way: 'next' | 'previous') => void {
  const { monaco, directory, session } = useWorkbench();
  const goTo = useGoTo();
  return (way) => {
    const path = session.store.getState().active;
    const uri = path === undefined ? undefined : projectUri(monaco, directory, path).toString();
    const code = monaco.editor.getEditors().find((one) => one.getModel()?.uri.toString() === uri);
    const { lineNumber: line = 0, column = 0 } = code?.getPosition() ?? {};
    const problem = neighborProblem(problemsOf(monaco, directory), { path, line, column }, way);
    if (problem !== undefined)
      goTo(problem.path, { line: problem.line, column: problem.column, length: 0, explain: true });
  };
}

/** F8 and Shift+F8, before Monaco takes them: it knows the way within one file alone. */
export function useProblemKeys(): (event: KeyboardEvent) => void {
  const goToProblem = useGoToProblem();
  return (event) => {
    if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    goToProblem(event.shiftKey ? 'previous' : 'next');
  };
}
