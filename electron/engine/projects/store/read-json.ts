import type { z } from 'zod';
import { SlipwayError } from '../../../../shared/errors.ts';
import { parseJson } from '../../../../shared/text/parse-json.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { readIfThere } from '../../disk/if-there.ts';

/** A JSON file of ours; undefined where there is none. Rejects with `bundle.invalid` where it holds something else. */
export async function readJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const content = parseJson(text, schema);
  if (content.success) return content.data;
  throw new SlipwayError('bundle.invalid', sentence`${file} does not hold what Slipway wrote there.`, {
    hint: sentence`Restore it from a backup, or remove it; what it held is then made anew.`,
    cause: content.error,
  });
}
