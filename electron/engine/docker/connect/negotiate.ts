import type Docker from 'dockerode';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { requestStream } from '../api/request.ts';
import { createDocker } from './create-docker.ts';
import type { Transport } from './transport.ts';

/** Engine 20.10: the oldest whose builder and HostConfig behave as this code expects. */
const oldest = '1.41';
/** The newest whose answers this code was written for; newer engines are asked to speak this one. */
const newest = '1.51';

export interface NegotiatedEngine {
  docker: Docker;
  apiVersion: string;
}

/**
 * Asks the engine which API it speaks (`/_ping` answers without a version) and settles on one both know. Rejects with
 * `docker.refused` where there is none, or where what answers is no Linux engine.
 */
export async function negotiate(transport: Transport, label: string, signal: AbortSignal): Promise<NegotiatedEngine> {
  const response = await requestStream(createDocker(transport.options), { method: 'GET', path: '/_ping', signal });
  response.resume();
  const offered = String(response.headers['api-version'] ?? '');
  if (!/^1\.\d{1,3}$/.test(offered)) throw notAnEngine(label);
  if (compareVersions(offered, oldest) < 0) throw tooOld(label, offered);
  if (response.headers.ostype !== undefined && response.headers.ostype !== 'linux') throw notLinux(label);
  const apiVersion = compareVersions(offered, newest) < 0 ? offered : newest;
  return { docker: createDocker({ ...transport.options, version: `v${apiVersion}` }), apiVersion };
}

/** Compares `MAJOR.MINOR` numerically: 1.9 is older than 1.41. */
export function compareVersions(left: string, right: string): number {
  const [leftMajor = 0, leftMinor = 0] = left.split('.').map(Number);
  const [rightMajor = 0, rightMinor = 0] = right.split('.').map(Number);
  return leftMajor - rightMajor || leftMinor - rightMinor;
}

function notAnEngine(label: string): SlipwayError {
  return new SlipwayError('docker.refused', sentence`What answers at ${label} is no Docker engine.`, {
    hint: sentence`Check the address and port; behind a proxy, it must pass /_ping through.`,
  });
}

function tooOld(label: string, offered: string): SlipwayError {
  return new SlipwayError('docker.refused', sentence`Docker host ${label} is too old: it speaks API ${offered}.`, {
    hint: sentence`Update the engine to 20.10 (API ${oldest}) or newer.`,
  });
}

function notLinux(label: string): SlipwayError {
  return new SlipwayError('docker.refused', sentence`Docker host ${label} runs Windows containers.`, {
    hint: sentence`Switch it to Linux containers, or name another host (--docker).`,
  });
}
