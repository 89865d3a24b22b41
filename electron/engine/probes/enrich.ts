import type { Facts, FileFact, Gap } from '../../../shared/model/facts.ts';
import type { Want } from '../../../shared/model/findings.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { shellWord } from '../../../shared/text/shell-word.ts';
import type { JobContext } from '../job-context.ts';
import type { RemoteHost } from '../remote/remote-host.ts';
import { globMatcher, isGlob } from '../text/glob.ts';
import { type Answers, parseAnswers } from './enrich/parse.ts';
import answersScript from './enrich/probe.sh?raw';
import configurationScript from './files/config.sh?raw';
import packagesScript from './files/packages.sh?raw';
import { isLoss, lateProbes, lossesOf } from './losses.ts';
import type { Parsed, Probe } from './probe.ts';
import { foundGap } from './wire/gaps.ts';
import { readProbe } from './wire/read-probe.ts';
import { runParts } from './wire/run.ts';

/**
 * Reads what detectors still want, in one exec, and gives the facts with it: `configFiles` with source `requested`,
 * `files` (a path that is not there gets type `missing`; a link brings its target's entry), `requests`.
 */
export async function enrich(host: RemoteHost, facts: Facts, wants: Want[], job: JobContext): Promise<Facts> {
  const plain = wants.filter((want) => isPlainPath(want.path));
  if (plain.length === 0) return facts;
  const { value, gaps } = await ask(host, answersProbe(plain), job);
  const loss = gaps.find(isLoss);
  const hidden = value.hidden.map((path) => foundGap('enrich', path, 'permission'));
  const told = [...gaps, ...hidden, ...(loss === undefined ? withheld(value, plain) : unanswered(value, plain, loss))];
  for (const text of lossesOf(gaps)) job.emit({ type: 'warning', step: 'plan', text });
  const merged = mergeBy(facts.gaps, told, (gap) => `${gap.probe} ${gap.subject} ${gap.reason}`);
  return { ...mergeAnswers(facts, value, loss === undefined ? plain : []), gaps: merged };
}

/** Asks, and once more with twice the patience where the time ran out. */
async function ask(host: RemoteHost, probe: Probe<Answers>, job: JobContext): Promise<Parsed<Answers>> {
  const first = await askOnce(host, probe, job);
  if (lateProbes(first.gaps).length === 0) return first;
  job.emit({ type: 'log', step: 'plan', text: sentence`Out of time, asked once more.` });
  return askOnce(host, { ...probe, seconds: 2 * probe.seconds }, job);
}

async function askOnce(host: RemoteHost, probe: Probe<Answers>, job: JobContext): Promise<Parsed<Answers>> {
  const { frames, secrets } = await runParts(host, [[probe]], { signal: job.signal });
  const frame = frames.find((candidate) => candidate.name === probe.name);
  return readProbe(probe, frame && { frame, separators: secrets });
}

/** Files that are there, could be read, and whose content is not given: the one who asks again gets the same. */
function withheld(answers: Answers, wants: readonly Want[]): Gap[] {
  const there = new Map(answers.files.map((file) => [file.path, file.type]));
  const silent = unread(answers, wants).filter((want) => there.get(want.path) === 'file');
  return silent.map((want) => ({
    probe: 'enrich',
    subject: want.path,
    reason: 'unparsable',
    hint: sentence`It is no text, holds a private key, or may not be read.`,
  }));
}

/** What an answer that was cut short does not tell: neither there nor missing, and asked for no third time. */
function unanswered(answers: Answers, wants: readonly Want[], { reason }: Gap): Gap[] {
  const told = new Set([...answers.files, ...answers.programs].map(({ path }) => path));
  const silent = [...unread(answers, wants), ...wants.filter(({ kind, path }) => kind !== 'config' && !told.has(path))];
  return silent.map(({ path }) => ({ probe: 'enrich', subject: path, reason }));
}

function unread(answers: Answers, wants: readonly Want[]): Want[] {
  const read = new Set(answers.configFiles.map(({ path }) => path));
  return wants.filter(({ kind, path }) => kind === 'config' && !read.has(path));
}

/** A path goes to the server as a line of a quoted word; what cannot be a line is no path of a configuration file. */
function isPlainPath(path: string): boolean {
  return path.startsWith('/') && path.length <= 4096 && !/[\0-\x1f\x7f]/.test(path);
}

function answersProbe(wants: readonly Want[]): Probe<Answers> {
  const requests = [...new Set(wants.map((want) => `${want.kind} ${want.path}`))].join('\n');
  const script = [`requests=${shellWord(requests)}`, packagesScript, configurationScript, answersScript].join('\n');
  return { name: 'enrich', script, seconds: 60, bytes: 16 * 1024 * 1024, parse: parseAnswers };
}

function mergeAnswers(facts: Facts, answers: Answers, wants: readonly Want[]): Facts {
  const found = new Set(answers.files.map((file) => file.path));
  const absent = wants.map((want) => want.path).filter((path) => !found.has(path) && !matchesAny(path, found));
  return {
    ...facts,
    configFiles: mergeBy(facts.configFiles, answers.configFiles, (config) => config.path),
    files: mergeBy(facts.files, [...answers.files, ...absent.map(missing)], (file) => file.path),
    programs: mergeBy(facts.programs ?? [], answers.programs, (program) => program.path),
    requests: mergeBy(facts.requests, answers.requests, (request) => `${request.log} ${request.path}`),
  };
}

/** Whether a shell's glob stands for one of the paths: a glob itself is nothing that is there or not. */
function matchesAny(glob: string, paths: ReadonlySet<string>): boolean {
  return isGlob(glob) && [...paths].some(globMatcher(glob));
}

function missing(path: string): FileFact {
  return { path, type: 'missing', mode: 0, uid: 0, gid: 0, size: 0, mtime: 0 };
}

/** Old items with new ones put in: a new one of the same key takes the old one's place. */
function mergeBy<T>(old: readonly T[], added: readonly T[], keyOf: (item: T) => string): T[] {
  const merged = new Map(old.map((item) => [keyOf(item), item]));
  for (const item of added) merged.set(keyOf(item), item);
  return [...merged.values()];
}
