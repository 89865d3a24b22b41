import { sentence } from '../../../../shared/text/sentence.ts';
import type { JobContext } from '../../job-context.ts';
import type { RemoteHost } from '../../remote/remote-host.ts';
import { bytesOfText } from '../../text/byte-text.ts';
import { hashOnServer } from '../server/hash.ts';
import { garbled } from '../server/run-script.ts';
import { consume } from './consume.ts';
import type { Spool } from './spool.ts';
import { type FetchItem, SpoolWriter } from './spool-writer.ts';
import script from './stream.sh?raw';
import { TarReader } from './tar-reader.ts';

/** How much may wait for the disk. */
const maxPendingBytes = 8 * 1024 * 1024;

/** Of these files, those whose content lies in the spool already and is still what the server has. */
export async function stillSpooled(
  host: RemoteHost,
  spool: Spool,
  items: readonly FetchItem[],
  signal: AbortSignal,
): Promise<Set<string>> {
  const candidates = items.filter((item) => {
    const file = spool.files.get(item.path);
    return file?.size === item.size && (item.digest === undefined || file[item.digest] !== undefined);
  });
  const paths = candidates.map((item) => item.path);
  const { hashes } = await hashOnServer(host, 'sha256sum', paths, signal);
  return new Set(paths.filter((path) => hashes.get(path) === spool.files.get(path)?.sha256));
}

/**
 * Streams files into the spool. What the server no longer has, or may not read, is missing from the spool afterwards.
 * Complete files are kept when the stream breaks off, so that calling it again with the rest resumes it.
 */
export async function fetchFiles(
  host: RemoteHost,
  spool: Spool,
  items: readonly FetchItem[],
  job: JobContext,
  onBytes: (count: number) => void,
): Promise<void> {
  if (items.length === 0) return;
  const wanted = new Map(items.map((item) => [item.path, item]));
  for (const path of wanted.keys()) spool.files.delete(path);
  const writer = new SpoolWriter(spool, wanted, onBytes);
  const stop = new AbortController();
  const abort = (): void => stop.abort(job.signal.reason);
  job.signal.addEventListener('abort', abort);
  try {
    job.signal.throwIfAborted();
    await receive(host, [...wanted.keys()], writer, stop.signal);
  } catch (error) {
    stop.abort(error);
    job.signal.throwIfAborted();
    throw error;
  } finally {
    job.signal.removeEventListener('abort', abort);
    await writer.close();
  }
}

async function receive(host: RemoteHost, paths: string[], writer: SpoolWriter, signal: AbortSignal): Promise<void> {
  const process = await host.exec(script, { privileged: true, signal });
  const exit = process.exit;
  // It is awaited below; until then a lost connection must not count as unhandled.
  exit.catch(() => undefined);
  process.stdin.on('error', () => undefined);
  process.stdin.end(bytesOfText(paths.map((path) => `${path}\0`).join('')));
  process.stderr.resume();
  const reader = new TarReader(writer);
  try {
    await consume(process.stdout, (chunk) => {
      push(reader, chunk, host.label);
      return writer.isBehind(maxPendingBytes) ? writer.drain(maxPendingBytes) : undefined;
    });
  } catch (error) {
    if (isStreamError(error)) await exit;
    throw error;
  }
  await exit;
  await writer.drain(0);
  if (!reader.ended) throw garbled(host.label, sentence`the stream of files`);
}

function push(reader: TarReader, chunk: Buffer, label: string): void {
  try {
    reader.push(chunk);
  } catch (error) {
    throw Object.assign(garbled(label, sentence`the stream of files`), { cause: error });
  }
}

/** A stream that was cut off says so in its own words; the exit says why. */
function isStreamError(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'EPIPE';
}
