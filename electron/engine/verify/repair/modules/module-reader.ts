import type { ServerKnowledge } from '../failure.ts';

/** A module that an interpreter did not find, and where on the server it may be, best first. */
export interface MissingModule {
  symptom: string;
  candidates: string[];
}

/** Reads one language's complaints out of a log. Pure. */
export type ModuleReader = (text: string, server: ServerKnowledge) => MissingModule[];
