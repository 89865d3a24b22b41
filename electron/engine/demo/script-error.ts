import { z } from 'zod';
import { SlipwayError } from '../../../shared/errors.ts';
import { parseJson } from '../../../shared/text/parse-json.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { printable } from '../text/printable.ts';

/** What a script says on standard output that cannot do its work: what this machine lacks, and what its own words are. */
const lackSchema = z.object({
  lacks: z.enum(['programs', 'engine', 'engine-access', 'base-image']),
  detail: z.string(),
});

/** Why a script has failed: by what it says that the machine lacks, else by the last lines of what it has told. */
export function scriptError(written: string, told: readonly string[]): SlipwayError {
  const lack = readLack(written);
  if (lack !== undefined) return lackError(lack);
  const message = printable(told.join(' '), 2000) || sentence`The demo server did not start.`;
  return new SlipwayError('demo.failed', message, {
    hint: sentence`Read the log, then try again; \`npm run demo\` in the checkout shows more.`,
  });
}

type Lack = z.infer<typeof lackSchema>;

/** Most failures are no lack of the machine, and are told in words alone. */
function readLack(written: string): Lack | undefined {
  return parseJson(written, lackSchema).data;
}

function lackError({ lacks, detail }: Lack): SlipwayError {
  const what = printable(detail, 500);
  const error = (message: string, hint: string) => new SlipwayError('demo.failed', message, { hint });
  switch (lacks) {
    case 'programs':
      return error(
        sentence`This machine lacks programs that the demo server needs: ${what}`,
        sentence`Install them, then try again.`,
      );
    case 'engine':
      return error(
        sentence`No Docker engine answers on this machine: ${what}`,
        sentence`Start Docker (Docker Desktop, or sudo systemctl start docker), then try again.`,
      );
    case 'engine-access':
      return error(
        sentence`The Docker engine at ${what} does not let this account in.`,
        sentence`Add the account to the group that may use it (sudo usermod -aG docker ACCOUNT), log in anew, then try again.`,
      );
    case 'base-image':
      return error(
        sentence`The Docker engine lacks the image that the demo server is built on, and cannot get it: ${what}`,
        sentence`Give the engine access to a registry until docker pull of that image works, then try again.`,
      );
  }
}
