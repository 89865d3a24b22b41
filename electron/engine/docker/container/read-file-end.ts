import type Docker from 'dockerode';
import { extract } from 'tar-stream';
import { asReadable } from '../api/bytes.ts';
import { statusOf } from '../api/docker-errors.ts';

/** Bytes: what a person would look at of a log. */
const mostOfTheEnd = 64 * 1024;

/** The end of a regular file in a container, running or not; empty where it has none, or none that can be read. */
export async function readFileEnd(container: Docker.Container, path: string): Promise<string> {
  let archive: NodeJS.ReadableStream;
  try {
    archive = await container.getArchive({ path });
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    return '';
  }
  const reader = extract();
  const source = asReadable(archive);
  source.on('error', (error) => reader.destroy(error)).pipe(reader);
  try {
    for await (const member of reader) return member.header.type === 'file' ? await endOf(member) : '';
    return '';
  } finally {
    source.destroy();
  }
}

async function endOf(content: AsyncIterable<unknown>): Promise<string> {
  let end = Buffer.alloc(0);
  for await (const chunk of content) {
    const joined = Buffer.concat([end, chunk as Buffer]); // tar-stream gives bytes
    end = joined.subarray(Math.max(0, joined.length - mostOfTheEnd));
  }
  return end.toString();
}
