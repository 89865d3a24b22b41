/** How sure a detector is: `certain` (it runs, and its own files say so), `likely`, `possible`. */
export type Grade = 'certain' | 'likely' | 'possible';

/** One observation that speaks for a finding. */
export interface Evidence {
  /** What was seen: "process 412 runs /usr/sbin/apache2". */
  observation: string;
  /** Where: `/proc/412/exe`, `/etc/apache2/ports.conf:5`. */
  source: string;
}

/** A detector's graded claim: these processes (or this schedule) are that technology. */
export interface Finding {
  detector: string;
  /** Technology as the plan calls it: `apache-cgi`, `nginx`, `php-fpm`, `native` … */
  stack: string;
  grade: Grade;
  evidence: Evidence[];
  /** The process at the root of the workload's tree. */
  rootPid: number;
  /** All processes of the tree, the root included. */
  pids: number[];
}

/**
 * Facts that a detector or the planner still needs before it can decide; the engine reads them in one more exec and
 * asks again. Bounded to a few rounds.
 */
export type Want =
  /** Content of a text file, or of those in a directory or of a glob. */
  | { kind: 'config'; path: string }
  /** Metadata (and the owning package) of a path. */
  | { kind: 'file'; path: string }
  /** The most requested GET paths of an access log in Common or Combined Log Format. */
  | { kind: 'access-log'; path: string }
  /** Absolute paths that stand in an executable, where no package tells what it reads. */
  | { kind: 'program'; path: string };
