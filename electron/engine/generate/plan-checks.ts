import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { commentText } from './one-line.ts';

/** The values of a plan that must have a certain shape before they may stand in a generated file. */

export function requireVariable(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_.]*$/.test(name)) return name;
  throw invalid(
    sentence`\"${commentText(name)}\" is not the name of an environment variable.`,
    sentence`Remove this variable from slipway.yaml.`,
  );
}

export function requireAbsolute(path: string): string {
  if (path.startsWith('/') && !path.split('/').includes('..')) return path;
  throw invalid(
    sentence`\"${commentText(path)}\" is not an absolute path.`,
    sentence`Write it in slipway.yaml from the root, without "..": /srv/portal`,
  );
}

export function requireSignal(signal: string): string {
  if (/^(?:SIG[A-Z0-9]+(?:[+-][0-9]+)?|[0-9]+)$/.test(signal)) return signal;
  throw invalid(
    sentence`\"${commentText(signal)}\" is not the name of a signal.`,
    sentence`Set stop.signal in slipway.yaml, such as SIGTERM.`,
  );
}

export function requireWorkloadName(name: string): string {
  if (/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(name)) return name;
  throw invalid(
    sentence`\"${commentText(name)}\" is not a name for a workload.`,
    sentence`Use lower-case letters, digits and "-" in slipway.yaml.`,
  );
}

function invalid(message: string, hint: string): SlipwayError {
  return new SlipwayError('bundle.invalid', message, { hint });
}
