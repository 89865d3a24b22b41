import { useEffect } from 'react';
import type { ProjectFile } from '../../../shared/model/project-file.ts';
import { languageOf } from '../../editor/language-of.ts';
import { useWorkbench } from './workbench-context.tsx';

/** Larger ones are looked at when they are opened. */
const MOST_BYTES = 256 * 1024;

/** Reads the files whose problems are to be told without opening them: Dockerfiles, YAML and what has a conflict. */
export function useBackgroundFiles(): void {
  const { session, files } = useWorkbench();
  useEffect(() => {
    let left = false;
    async function readAll() {
      for (const { path } of files.filter(isChecked)) {
        if (left) return;
        await session.load(path);
      }
    }
    void readAll();
    return () => {
      left = true;
    };
  }, [session, files]);
}

function isChecked({ path, kind, sizeBytes, state }: ProjectFile): boolean {
  if (kind !== 'text' || sizeBytes > MOST_BYTES) return false;
  // What the application brought along is its own business.
  const brought = /^workloads\/[^/]+\/(?:app|config)\//.test(path);
  return state === 'conflict' || (!brought && ['dockerfile', 'yaml'].includes(languageOf(path)));
}
