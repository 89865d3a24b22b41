import { z } from 'zod';
import { parseJson } from '../../../../shared/text/parse-json.ts';

const tabsSchema = z.object({ tabs: z.array(z.string()), active: z.string().optional() });
type Tabs = z.infer<typeof tabsSchema>;

/** The tabs that were open when the project was left; undefined where it was never edited. */
export function readTabs(storage: Pick<Storage, 'getItem'>, directory: string): Tabs | undefined {
  // Where nothing was kept, or an older release kept it otherwise, there is nothing to read.
  return parseJson(storage.getItem(keyOf(directory)) ?? '', tabsSchema).data;
}

export function writeTabs(
  storage: Pick<Storage, 'setItem'>,
  directory: string,
  { tabs, active }: { tabs: readonly string[]; active: string | undefined },
): void {
  storage.setItem(keyOf(directory), JSON.stringify({ tabs, active }));
}

function keyOf(directory: string): string {
  return `slipway.edit.tabs ${directory}`;
}
