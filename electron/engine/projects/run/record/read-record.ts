import { inParts } from '../../../../../shared/contract/in-parts.ts';
import { SlipwayError } from '../../../../../shared/errors.ts';
import { type Recorded, recordedSchema } from '../../../../../shared/model/run-record.ts';
import { parseJson } from '../../../../../shared/text/parse-json.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import { readIfThere } from '../../../disk/if-there.ts';
import { isAlive } from '../../store/owner.ts';
import { readSettings } from '../../store/settings.ts';
import { lookAtProject } from '../../store/with-project.ts';
import { recordFiles } from './record-file.ts';

/**
 * What is kept of the project's last run, part by part; nothing before the first. Without an end it goes on: of one that
 * was killed, the end is that it was cut.
 */
export async function* recordOfRun({ directory }: { directory: string }): AsyncGenerator<Recorded[], void> {
  yield* inParts(await lookAtProject(directory, readRecord));
}

async function readRecord(root: string): Promise<Recorded[]> {
  const file = (await recordFiles(root)).at(-1);
  const text = file === undefined ? undefined : await readIfThere(file);
  const entries = (text ?? '').split('\n').flatMap(parseLine);
  const last = entries.at(-1);
  if (last === undefined || last.kind === 'ended') return entries;
  const { running } = await readSettings(root);
  if (running !== undefined && isAlive(running)) return entries;
  return [...entries, { kind: 'ended', at: last.at, error: cut().toData() }];
}

/** The last line of a killed process may be half there. */
function parseLine(line: string): Recorded[] {
  const entry = parseJson(line, recordedSchema);
  return entry.success ? [entry.data] : [];
}

function cut(): SlipwayError {
  return new SlipwayError('run.cut', sentence`Slipway was ended while this run went on.`, {
    hint: sentence`Run it again: what was fetched is still here.`,
  });
}
