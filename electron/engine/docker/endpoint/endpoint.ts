/** Where an engine listens, as far as it can be said without connecting. */
export type Endpoint =
  | { kind: 'unix'; label: string; path: string }
  | { kind: 'tcp'; label: string; host: string; port: number; tls: TlsMaterial | undefined }
  /** `path` is the engine's socket on that machine. */
  | { kind: 'ssh'; label: string; host: string; user?: string; port?: number; path: string };

export interface TlsMaterial {
  ca: string | undefined;
  cert: string | undefined;
  key: string | undefined;
  /** False where the person asked for encryption without verification (SkipTLSVerify of a context). */
  verify: boolean;
}

export const defaultSocket = '/var/run/docker.sock';
