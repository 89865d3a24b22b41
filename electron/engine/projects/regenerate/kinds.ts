import { isCommitted } from '../../bundle/committed-files.ts';

/** Records that only Slipway writes, whole: a merge by lines could make them unreadable. */
const records = /^(sbom\.cdx\.json|parity\.(json|html)|workloads\/[^/]+\/(payload\.(tar|lock)|evidence\.json))$/;

/** Whether a file is a record of Slipway's: replaced when it changes, never merged, not to be edited. */
export function isRecord(path: string): boolean {
  return records.test(path);
}

/** Whether a file may hold a secret: Git does not get it, and the editor does not show it. */
export function isSecret(path: string): boolean {
  return !isCommitted(path);
}

/** Whether a file of a workload came from the server, or says what did. */
export function isFetched(path: string): boolean {
  return (
    /^workloads\/[^/]+\/(app\/|config\/|payload\.tar$|payload\.lock$|evidence\.json$)/.test(path) ||
    (path.startsWith('secrets/') && isSecret(path))
  );
}

/** The workload that a file belongs to; undefined for what belongs to the project as a whole. */
export function workloadOf(path: string): string | undefined {
  return /^workloads\/([^/]+)\//.exec(path)?.[1] ?? /^secrets\/([^/]+?)(?:\/|\.env(?:\.example)?$)/.exec(path)?.[1];
}
