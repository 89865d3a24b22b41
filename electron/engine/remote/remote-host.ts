import type { Duplex, Readable, Writable } from 'node:stream';

/** A server, reached over SSH or the machine itself: the one port through which the engine touches a server. */
export interface RemoteHost {
  /** How a person calls it: `deploy@portal.example:22`, `local`. */
  readonly label: string;
  readonly user: string;
  /** The key by which the server was recognised; absent for this machine itself. */
  readonly hostKey?: HostKey;
  /**
   * Starts a command of a POSIX shell on the server. The command is a constant of ours; everything that varies goes
   * through standard input. Rejects with a `server.*` SlipwayError where it cannot be started.
   */
  exec(command: string, options?: ExecOptions): Promise<RemoteProcess>;
  /** A byte stream to an address as seen from the server (direct-tcpip, direct-streamlocal). */
  tunnel(to: TunnelTarget): Promise<Duplex>;
  /** Whether `exec` with `privileged` gives root: as root already, or by sudo. */
  readonly privilege: 'root' | 'sudo' | 'none';
  close(): Promise<void>;
}

/** A server's public key, as `ssh-keygen -l` shows it. */
export interface HostKey {
  /** `ssh-ed25519`. */
  algorithm: string;
  /** `SHA256:…`. */
  fingerprint: string;
}

export interface ExecOptions {
  /** Run it as root, through sudo where needed. Falls back to the plain user where `privilege` is `none`. */
  privileged?: boolean;
  signal?: AbortSignal;
  /** What its standard input begins with; given here, it travels together with the command where that is safe. */
  input?: string | Buffer;
}

export interface RemoteProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /**
   * Settles when the command has ended and its output is read. Rejects with `server.dropped` where the connection
   * went first, and with the signal's reason after an abort.
   */
  readonly exit: Promise<{ code: number | undefined; signal: string | undefined }>;
}

export type TunnelTarget = { kind: 'tcp'; host: string; port: number } | { kind: 'unix'; path: string };

/** Where to connect to and how, before `~/.ssh/config` is applied. */
export interface TargetSpec {
  /** Host name, address or alias; `undefined` user and port come from the configuration. */
  kind: 'ssh' | 'local';
  host: string;
  user?: string;
  port?: number;
  identityFiles?: string[];
  /** Offer no key to the destination; jump hosts still get theirs. */
  signIn?: 'password';
  jump?: string[];
  /** Read programs run by `exec` with `privileged` through sudo. */
  sudo: boolean;
  acceptNewHostKey: boolean;
}
