/** Where a port of the server, or of its containers, can be reached from this process. */
export interface Place {
  host: string;
  port: number;
}

/** One request with an answer that the lab knows from its own source. */
export interface Question {
  /** Names the request in reports. */
  name: string;
  /** The port on the server. */
  port: number;
  /** Asks, and gives the answer as text; what differs from one request to the next is masked. */
  ask(place: Place): Promise<string>;
  /** Set where asking makes the service write something, such as a session: not asked while it is looked for changes. */
  writes?: true;
  /** What the answer must contain, whoever gives it. */
  expect: RegExp;
}

export interface ExpectedWorkload {
  /** Some word of the workload's name or stack by which it is recognised. */
  like: RegExp;
  ports: readonly number[];
}

/** One legacy server of the lab; its image stands in the folder of the same name. */
export interface LabServer {
  name: string;
  summary: string;
  release: 'bullseye' | 'bookworm' | 'trixie';
  /** Whom a migration logs in as: `root`, or `engineer` who has sudo. */
  user: 'root' | 'engineer';
  /** TCP ports that listen once the server is up, on whatever address. */
  ports: readonly number[];
  workloads: readonly ExpectedWorkload[];
  /** Exact strings that must appear in no image layer and no committed file. */
  secrets: readonly string[];
  questions: readonly Question[];
}
