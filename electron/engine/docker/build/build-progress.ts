import { z } from 'zod';

const messageSchema = z.object({
  stream: z.string().optional(),
  status: z.string().optional(),
  error: z.string().optional(),
  errorDetail: z.object({ code: z.number().optional(), message: z.string().optional() }).optional(),
  aux: z.object({ ID: z.string().optional() }).optional(),
});

/** What the engine's builder has said so far. Ids are the short ones that it prints. */
export interface BuildTranscript {
  log: string;
  /** The Dockerfile line under way: the last one announced. */
  instruction: string;
  /** Whether that line has been announced and not yet ended. */
  underWay: boolean;
  /** The image that the line under way builds on. */
  parent: string | undefined;
  /** The container that a line runs or ran in. */
  container: string | undefined;
  /** Images that this build itself made, oldest first; those out of the cache are not among them. */
  made: string[];
  imageId: string | undefined;
  error: string | undefined;
}

/** A build's log is kept whole up to this; of a longer one the start is dropped. */
const longestLog = 1024 * 1024;

export function emptyTranscript(): BuildTranscript {
  return {
    log: '',
    instruction: '',
    underWay: false,
    parent: undefined,
    container: undefined,
    made: [],
    imageId: undefined,
    error: undefined,
  };
}

/** Adds one message of the classic builder to a transcript and returns its text. */
export function addMessage(transcript: BuildTranscript, value: unknown): string {
  const message = messageSchema.parse(value);
  const error = message.errorDetail?.message ?? message.error;
  const text = message.stream ?? lineOf(error ?? message.status);
  if (error === undefined) readText(transcript, text);
  transcript.imageId = message.aux?.ID ?? transcript.imageId;
  transcript.error = error ?? transcript.error;
  transcript.log = `${transcript.log}${text}`.slice(-longestLog);
  return text;
}

/**
 * Steps, containers and images stand in the text alone: `Step 2/4 : RUN …`, ` ---> Running in d01fe0e85348`,
 * ` ---> b9f596e9e5b9`. A program in the build can print the same: whoever removes what was made looks twice.
 */
function readText(transcript: BuildTranscript, text: string): void {
  const step = /^Step \d+\/\d+ : (.*)/.exec(text)?.[1];
  const image = /^ ---> ([0-9a-f]{12})\s*$/.exec(text)?.[1];
  if (step !== undefined) {
    transcript.instruction = step;
    transcript.underWay = true;
  }
  transcript.container = /^ ---> Running in ([0-9a-f]{12})\s*$/.exec(text)?.[1] ?? transcript.container;
  if (image === undefined) return;
  if (!isGiven(transcript)) transcript.made.push(image);
  transcript.parent = image;
  transcript.underWay = false;
}

function lineOf(text: string | undefined): string {
  return text === undefined ? '' : `${text}\n`;
}

/** Whether the image named next existed before: the one that FROM names, or one out of the cache. */
function isGiven(transcript: BuildTranscript): boolean {
  return /^FROM /i.test(transcript.instruction) || / ---> Using cache\s*$/.test(transcript.log);
}
