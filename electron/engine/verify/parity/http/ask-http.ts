import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { connect, type TLSSocket } from 'node:tls';
import type { ParityProbe } from '../../../../../shared/model/plan.ts';
import { type HttpAnswer, headerOf } from './answer.ts';
import { decodeBody, readBody } from './read-body.ts';

export type HttpProbe = Extract<ParityProbe, { kind: 'http' }>;

/** Sends one GET over an open connection and reads the answer. Redirects are answers. Never sends anything but a GET. */
export async function askHttp(stream: Duplex, probe: HttpProbe, host: string): Promise<HttpAnswer> {
  const secured = probe.tls ? await secure(stream, host.replace(/:\d+$/, '')) : undefined;
  const message = await get(secured ?? stream, probe.path, host);
  const read = await readBody(message);
  const answer = {
    status: message.statusCode ?? 0,
    headers: headersOf(message),
    body: read.body,
    cut: read.cut,
    certificate: secured === undefined ? undefined : certificateOf(secured),
  };
  return { ...answer, body: decodeBody(answer.body, headerOf(answer, 'content-encoding') ?? '') };
}

/** Any certificate is accepted: it is compared, not trusted. */
function secure(stream: Duplex, host: string): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const isName = !/^[\d.]+$|:/.test(host);
    const options = { socket: stream, rejectUnauthorized: false, minVersion: 'TLSv1' as const };
    const secured = connect({ ...options, ...(isName ? { servername: host } : {}) });
    secured.once('secureConnect', () => resolve(secured)).once('error', reject);
    stream.once('error', reject);
  });
}

function get(stream: Duplex, path: string, host: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method: 'GET',
      path,
      createConnection: () => stream,
      // Old servers send what strict parsers refuse; both sides are read alike.
      insecureHTTPParser: true,
      headers: {
        host,
        'user-agent': 'slipway-parity/1',
        accept: '*/*',
        'accept-encoding': 'gzip',
        connection: 'close',
      },
    };
    request(options).once('response', resolve).on('error', reject).end();
  });
}

function headersOf(message: IncomingMessage): HttpAnswer['headers'] {
  const raw = message.rawHeaders;
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? ''] as const] : []));
}

function certificateOf(secured: TLSSocket): NonNullable<HttpAnswer['certificate']> {
  const certificate = secured.getPeerCertificate();
  const subject = Object.entries(certificate.subject ?? {}).map(([name, value]) => `${name}=${String(value)}`);
  return { subject: subject.join(', '), fingerprint: certificate.fingerprint256 ?? '' };
}
