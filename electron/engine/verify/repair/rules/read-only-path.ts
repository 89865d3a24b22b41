import type { Workload } from '../../../../../shared/model/plan.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import { dirname, isWithin } from '../../../detectors/support/paths.ts';
import type { Diagnosis, RepairRule } from '../failure.ts';
import { textOf } from '../log/log-text.ts';
import { pathsInLog } from '../log/paths-in-log.ts';

/** The service writes into what is mounted read-only, or into a read-only root. */
export const readOnlyPath: RepairRule = {
  id: 'read-only-path',
  diagnose(failure, workload) {
    const [complaint] = pathsInLog(textOf(failure), 'readOnly', workload.workingDirectory);
    if (complaint === undefined) return undefined;
    const { path, line } = complaint;
    const mounted = workload.config.find((one) =>
      one.scope === 'tree' ? isWithin(path, one.path) : path === one.path,
    );
    return mounted === undefined ? makeVolume(dirname(path), line, workload) : moveIntoImage(mounted, line);
  },
};

function moveIntoImage(mounted: Workload['config'][number], symptom: string): Diagnosis {
  const reason = sentence`The service writes there: ${symptom}`;
  return {
    kind: 'diagnosis',
    symptom,
    change: sentence`${mounted.path} goes into the image instead of being mounted read-only, because the service writes there.`,
    apply: (one) => ({
      ...one,
      config: one.config.filter((other) => other.path !== mounted.path),
      files: { ...one.files, include: [...one.files.include, { ...mounted, reason }] },
    }),
  };
}

function makeVolume(directory: string, symptom: string, workload: Workload): Diagnosis | undefined {
  const known = [...workload.data, ...workload.logs].some((one) => one.path === directory);
  if (known || directory === '/' || !isWithin(directory, '/var') || directory.split('/').length < 4) return undefined;
  const reason = sentence`The service writes there: ${symptom}`;
  return {
    kind: 'diagnosis',
    symptom,
    change: sentence`${directory} becomes a volume, so that the service can write there.`,
    apply: (one) => ({ ...one, data: [...one.data, { path: directory, reason }] }),
  };
}
