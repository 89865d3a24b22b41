import { connect } from '../connect.ts';
import type { RemoteHost } from '../remote-host.ts';
import { run } from '../run.ts';
import { parseTarget, type TargetOptions } from '../target.ts';
import type { Account } from './accounts.ts';
import { type Answers, createJob, type Lab, type TestJob } from './lab.ts';
import type { TestSshd } from './sshd.ts';

export interface Attempt extends TargetOptions {
  to?: TestSshd;
  as?: Account;
  /** What to connect to, instead of `as` at `to`. */
  target?: string;
  home?: string;
  agentSocket?: string;
  job?: TestJob;
  answers?: Answers;
}

/** Connects the way the product does; `closeAll` after each test. */
export function createAttempts(lab: Lab, defaults: () => { to: TestSshd; as: Account }) {
  const open: RemoteHost[] = [];
  return {
    async connect(attempt: Attempt = {}): Promise<RemoteHost> {
      const { to, as, target, home, agentSocket = '', job, answers, ...options } = { ...defaults(), ...attempt };
      const spec = parseTarget(target ?? `ssh://${as.name}@127.0.0.1:${to.port}`, options);
      const surroundings = { home: home ?? lab.home({ knownHosts: to.knownHost() }), agentSocket };
      const host = await connect(spec, job ?? createJob(answers), surroundings);
      open.push(host);
      return host;
    },
    async closeAll(): Promise<void> {
      await Promise.all(open.splice(0).map((host) => host.close()));
    },
  };
}

/** Who we are over there. */
export async function whoami(host: RemoteHost): Promise<string> {
  return (await run(host, 'id -un')).stdout.toString().trim();
}
