import type { Facts, FileFact } from '../../../../shared/model/facts.ts';
import type { Want } from '../../../../shared/model/findings.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../shared/model/result.ts';

/** A workload that could not be built, started or proven, as the job saw it. */
export interface ReportedFailure {
  workload: string;
  phase: 'build' | 'start' | 'health' | 'verify';
  /** Build output, or the container's standard output and error, the last few hundred lines. */
  log: string;
  /** Of a container that has ended. */
  exitCode?: number | undefined;
  /** Of the phase `verify`. */
  checks?: ParityCheck[] | undefined;
}

/** What is known of the server, for cures that take something from there. Only this is asked; nothing is read. */
export interface ServerKnowledge {
  /** Soname to path, as the server's loader knows them. */
  serverLibraries: Readonly<Record<string, string>>;
  /** Undefined: not looked at yet, so a rule may want it. Type `missing`: looked at, and not there. */
  serverFiles(path: string): FileFact | undefined;
  serverUsers: Facts['users'];
  serverGroups: Facts['groups'];
  /** Version by name of the installed packages. */
  serverPackages: ReadonlyMap<string, string>;
  /** A package for this reason, and the packages it needs at run time. */
  packagesWith(name: string, reason: string): Workload['files']['packages'];
  /** Where the services' interpreters find modules. */
  serverLanguages: Facts['languages'];
  /** Files into which services write their process id, by the path of their program. */
  serverPidFiles: ReadonlyMap<string, string>;
  /** Content by path of the configuration that was read. */
  serverTexts: ReadonlyMap<string, string>;
  serverHosts: Facts['surroundings']['hosts'];
}

/** What the rules diagnose. */
export interface Failure extends Omit<ReportedFailure, 'workload'>, ServerKnowledge {}

/** A known symptom, and the change to the plan that cures it. */
export interface Diagnosis {
  kind: 'diagnosis';
  /** What was seen, with the evidence: `nginx: cannot load libpcre.so.3`. */
  symptom: string;
  /** What is changed, and why that cures it. */
  change: string;
  /** The changed workload; the given one where there is nothing left to change. Pure. */
  apply(workload: Workload): Workload;
}

/** The symptom is known, but the cure depends on what the server has: read this and ask again. */
export interface Inquiry {
  kind: 'inquiry';
  wants: Want[];
}

/** One symptom. All have this shape and stand in {@link repairRules}, each in a file called as its id. */
export interface RepairRule {
  readonly id: string;
  /** Pure. Undefined: not my symptom. */
  diagnose(failure: Failure, workload: Workload): Diagnosis | Inquiry | undefined;
}
