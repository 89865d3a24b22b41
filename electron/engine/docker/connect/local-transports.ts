import { Agent } from 'node:https';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { dialTcp } from './dial-tcp.ts';
import type { Transport } from './transport.ts';

const loopback = '127.0.0.1';

/** No address: what dockerode would otherwise take from DOCKER_HOST and DOCKER_CERT_PATH. */
const nowhere = {
  socketPath: undefined,
  host: undefined,
  port: undefined,
  ca: undefined,
  cert: undefined,
  key: undefined,
};

/** An engine behind a unix socket: it runs on this machine, and its loopback is ours. */
export function unixTransport(endpoint: Extract<Endpoint, { kind: 'unix' }>): Transport {
  return {
    // Every key is given, also the undefined ones: dockerode fills what is missing from the environment.
    options: { ...nowhere, socketPath: endpoint.path, protocol: 'http' },
    publishAddress: loopback,
    dial: (port) => dialTcp(loopback, port),
    close: async () => undefined,
  };
}

/** An engine behind a TCP port, with TLS where there is material for it. */
export function tcpTransport(endpoint: Extract<Endpoint, { kind: 'tcp' }>): Transport {
  const { host, port, tls } = endpoint;
  const onThisMachine = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return {
    options: {
      ...nowhere,
      host: host.includes(':') ? `[${host}]` : host,
      port,
      protocol: tls === undefined ? 'http' : 'https',
      ca: tls?.ca,
      cert: tls?.cert,
      key: tls?.key,
      ...(tls === undefined || tls.verify ? {} : { agent: new Agent({ rejectUnauthorized: false }) }),
    },
    publishAddress: onThisMachine ? loopback : '0.0.0.0',
    dial: (published) => dialTcp(onThisMachine ? loopback : host, published),
    close: async () => undefined,
  };
}
