import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SlipwayError } from '../../../../shared/errors.ts';
import { parseJson } from '../../../../shared/text/parse-json.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { Endpoint } from './endpoint.ts';
import { parseHost } from './parse-host.ts';
import { readTlsDirectory } from './tls-material.ts';

/** The part of `~/.docker/config.json` that chooses a context. */
const configSchema = z.object({ currentContext: z.string().optional() });

/** `contexts/meta/SHA256/meta.json`, as docker's context store writes it. */
const metaSchema = z.object({
  Name: z.string(),
  Metadata: z.object({ Description: z.string().optional() }).nullish(),
  Endpoints: z.object({
    docker: z.object({ Host: z.string().optional(), SkipTLSVerify: z.boolean().optional() }).optional(),
  }),
});

/** Name of the context in force, or undefined where the default one is. */
export async function readCurrentContext(dockerDirectory: string): Promise<string | undefined> {
  const text = await readFile(join(dockerDirectory, 'config.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const name = parseJson(text, configSchema).data?.currentContext;
  return name === '' || name === 'default' ? undefined : name;
}

/** The endpoint of a named context, with its certificates. Rejects with `docker.context` where it is not usable. */
export async function readContext(dockerDirectory: string, name: string): Promise<Endpoint> {
  // The store's directory is the hash of the name, so a name can never lead outside it.
  const id = createHash('sha256').update(name).digest('hex');
  const file = join(dockerDirectory, 'contexts', 'meta', id, 'meta.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw await noSuchContext(dockerDirectory, name);
  const endpoint = parseJson(text, metaSchema).data?.Endpoints.docker;
  if (endpoint?.Host === undefined || endpoint.Host === '') {
    throw new SlipwayError('docker.context', sentence`Docker context ${JSON.stringify(name)} names no Docker host.`, {
      hint: sentence`Look at it with "docker context inspect", or make it again.`,
    });
  }
  const verify = endpoint.SkipTLSVerify !== true;
  return parseHost(endpoint.Host, name, () => readContextTls(dockerDirectory, id, verify));
}

async function readContextTls(dockerDirectory: string, id: string, verify: boolean) {
  const material = await readTlsDirectory(join(dockerDirectory, 'contexts', 'tls', id, 'docker'), verify);
  const present = material.ca !== undefined || material.cert !== undefined || !verify;
  return present ? material : undefined;
}

async function noSuchContext(dockerDirectory: string, name: string): Promise<SlipwayError> {
  const names = (await listContexts(dockerDirectory)).map((context) => context.name);
  const known =
    names.length === 0
      ? sentence`There is none here`
      : sentence`Known here: ${names.map((one) => JSON.stringify(one)).join(', ')}`;
  return new SlipwayError('docker.context', sentence`There is no Docker context ${JSON.stringify(name)}.`, {
    hint: sentence`${known}; a host is written as unix://, ssh:// or tcp://.`,
  });
}

export interface ContextSummary {
  name: string;
  /** Address of its Docker host; empty where it names none. */
  host: string;
  description: string;
}

/** The contexts of the store, in no order; `default` is none of them. Files that cannot be read are passed over. */
export async function listContexts(dockerDirectory: string): Promise<ContextSummary[]> {
  const root = join(dockerDirectory, 'contexts', 'meta');
  const ids = await readdir(root).catch(() => []);
  const texts = await Promise.all(ids.map((id) => readFile(join(root, id, 'meta.json'), 'utf8').catch(() => '')));
  return texts.flatMap((text) => {
    const meta = parseJson(text, metaSchema);
    if (!meta.success) return [];
    const { Name: name, Metadata, Endpoints } = meta.data;
    return [{ name, host: Endpoints.docker?.Host ?? '', description: Metadata?.Description ?? '' }];
  });
}
