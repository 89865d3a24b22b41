import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ownValue } from '../../../../shared/text/own-value.ts';
import { parseJson } from '../../../../shared/text/parse-json.ts';
import { askCredentialHelper } from './credential-helper.ts';
import type { Credentials } from './registry-login.ts';

/** The credentials for a registry, undefined where there are none. */
export type ReadCredentials = (registry: string, signal: AbortSignal) => Promise<Credentials | undefined>;

const configSchema = z.object({
  auths: z
    .record(z.string(), z.object({ auth: z.string().optional(), identitytoken: z.string().optional() }))
    .optional(),
  credsStore: z.string().optional(),
  credHelpers: z.record(z.string(), z.string()).optional(),
});
type DockerConfig = z.infer<typeof configSchema>;

/** Reads credentials as the docker command does: the registry's helper, the general store, then `auths`. */
export function credentialsFrom(dockerDirectory: string): ReadCredentials {
  return async (registry, signal) => {
    const config = await readConfig(dockerDirectory);
    const helper = ownValue(config.credHelpers ?? {}, registry) ?? config.credsStore;
    const helped = helper === undefined ? undefined : await askCredentialHelper(helper, registry, signal);
    return helped ?? credentialsInFile(config, registry);
  };
}

async function readConfig(dockerDirectory: string): Promise<DockerConfig> {
  const text = await readFile(join(dockerDirectory, 'config.json'), 'utf8').catch(() => '{}');
  // An unusable file means no credentials: the registry's own refusal then says what is missing.
  return parseJson(text, configSchema).data ?? {};
}

/** Credentials that `config.json` itself holds: base64 of `user:password`, or an identity token. */
export function credentialsInFile(config: DockerConfig, registry: string): Credentials | undefined {
  const auths = config.auths ?? {};
  const entry = ownValue(auths, registry) ?? ownValue(auths, `https://${registry}`);
  if (entry?.identitytoken !== undefined) return { identitytoken: entry.identitytoken, serveraddress: registry };
  const decoded = Buffer.from(entry?.auth ?? '', 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 1) return undefined;
  return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1), serveraddress: registry };
}
