import { IncomingMessage } from 'node:http';
import type Docker from 'dockerode';

export interface ApiRequest {
  method: 'GET' | 'POST';
  /** Below the API's root, without the version. */
  path: string;
  query?: Record<string, string>;
  signal?: AbortSignal;
}

const accepted = { 200: true, 201: true, 204: true };

/**
 * One call whose answer is wanted as it arrives, with its headers: dockerode gives neither the headers of a ping nor
 * the body of a long log as a stream. Statuses other than success reject as dockerode's own errors do.
 */
export function requestStream(docker: Docker, request: ApiRequest): Promise<IncomingMessage> {
  const options = {
    // docker-modem puts the query behind a path that ends in a question mark.
    path: request.query === undefined ? request.path : `${request.path}?`,
    options: request.query ?? {},
    method: request.method,
    isStream: true,
    statusCodes: accepted,
    ...(request.signal === undefined ? {} : { abortSignal: request.signal }),
  };
  return new Promise((resolve, reject) => {
    docker.modem.dial(options, (error, response) => {
      if (response instanceof IncomingMessage) resolve(response);
      else reject(error ?? new Error('The engine gave no answer.'));
    });
  });
}
