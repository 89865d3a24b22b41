import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import { inParts } from '../../../shared/contract/in-parts.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import type { Project } from '../../../shared/model/project.ts';
import type { Recorded } from '../../../shared/model/run-record.ts';
import { largeFacts } from '../../../shared/testing/large.ts';
import { earlierFacts, earlierScan } from '../earlier-scan.ts';
import { passGate } from '../pass-gate.ts';
import { playJob } from '../play-job.ts';
import { change, projectAt } from '../project-at.ts';
import { recorded } from '../recorded.ts';
import { newestScan, type World } from '../world.ts';
import { evidenceOf, surveyActs } from './evidence.ts';

const os = implement(contract).projects;

export function projectHandlers(world: World) {
  return { ...folderHandlers(world), ...scanHandlers(world), ...planHandlers(world), ...runHandlers(world) };
}

function folderHandlers(world: World) {
  return {
    recent: os.recent.handler(async () => {
      await passGate(world);
      return world.recent;
    }),
    create: os.create.handler(async ({ input: { directory, name = nameOf(directory) } }) => {
      await passGate(world);
      if (world.projects.has(directory)) {
        throw new SlipwayError('project.exists', `There is a project in ${directory} already.`, { hint: 'Open it.' });
      }
      const project: Project = { directory, name, step: 'connect', hasPlan: false };
      world.projects.set(directory, project);
      world.recent.unshift({ directory, name, openedAt: newestScan.takenAt, exists: true });
      return project;
    }),
    open: os.open.handler(({ input: { directory, takeOver } }) => {
      const { heldBy, ...project } = projectAt(world, directory);
      if (heldBy !== undefined && takeOver !== true) return { ...project, heldBy };
      world.projects.set(directory, project);
      return project;
    }),
    holder: os.holder.handler(({ input: { directory } }) => {
      const heldBy = world.projects.get(directory)?.heldBy;
      return heldBy === undefined ? {} : { heldBy };
    }),
    leave: os.leave.handler(() => {}),
    forget: os.forget.handler(({ input }) => {
      world.recent = world.recent.filter(({ directory }) => directory !== input.directory);
    }),
    update: os.update.handler(({ input: { directory, name, server, docker, step } }) =>
      change(world, directory, {
        ...(name === undefined ? {} : { name }),
        ...(server === undefined ? {} : { server }),
        ...(docker === undefined ? {} : { docker }),
        ...(step === undefined ? {} : { step }),
      }),
    ),
  };
}

function nameOf(directory: string): string {
  return directory.split('/').findLast((part) => part !== '') ?? directory;
}

function scanHandlers(world: World) {
  return {
    scan: os.scan.handler(({ input, signal }) =>
      playJob(
        world,
        recorded.run.flatMap((message) => (message.type === 'progress' && message.step === 'scan' ? [message] : [])),
        () => {
          change(world, input.directory, { scan: newestScan, hasPlan: true });
          return newestScan;
        },
        signal,
      ),
    ),
    scans: os.scans.handler(({ input }) =>
      projectAt(world, input.directory).scan === undefined ? [] : [earlierScan, newestScan],
    ),
    facts: os.facts.handler(async ({ input }) => {
      await passGate(world);
      if (input.scan === earlierScan.id) return earlierFacts(recorded.facts);
      return world.options.large ? largeFacts(recorded.facts) : recorded.facts;
    }),
    services: os.services.handler(() => recorded.services),
    saveFacts: os.saveFacts.handler(() => {}),
  };
}

function planHandlers(world: World) {
  return {
    plan: os.plan.handler(async () => {
      await passGate(world);
      return world.plan;
    }),
    decide: os.decide.handler(({ signal }) =>
      playJob(
        world,
        [{ type: 'progress', step: 'plan', done: 1, unit: 'steps' }],
        () => {
          world.plan = structuredClone(recorded.plan);
          return { plan: world.plan, conflicts: [] };
        },
        signal,
      ),
    ),
    savePlan: os.savePlan.handler(({ input }) => {
      world.plan = input.plan;
      return { plan: world.plan, conflicts: [] };
    }),
    survey: os.survey.handler(({ signal }) =>
      playJob(world, surveyActs, () => ({ workloads: recorded.plan.workloads.map(({ name }) => name) }), signal),
    ),
    evidence: os.evidence.handler(async function* () {
      yield* inParts(evidenceOf(world));
    }),
  };
}

/** As if the recorded run had ended before the page was opened. */
function keptRecord(): Recorded[] {
  const begun = Date.parse('2026-11-02T08:40:12.000Z');
  const events = recorded.run.flatMap((message) => (message.type === 'result' ? [] : [message]));
  const at = (index: number) => begun + index * 400;
  return [
    { kind: 'begun', at: begun },
    ...events.map((event, index) => ({ kind: 'told' as const, at: at(index), event })),
    { kind: 'ended', at: at(events.length) },
  ];
}

function runHandlers(world: World) {
  const end = recorded.run.find((message) => message.type === 'result');
  return {
    run: os.run.handler(({ input, signal }) =>
      playJob(
        world,
        recorded.run.flatMap((message) => (message.type === 'result' ? [] : [message])),
        () => {
          if (end === undefined) throw new SlipwayError('internal', 'The recording has no result.');
          const { type: _type, ...result } = end;
          change(world, input.directory, { lastRun: { at: newestScan.takenAt, result } });
          return result;
        },
        signal,
      ),
    ),
    record: os.record.handler(async function* ({ input }) {
      if (projectAt(world, input.directory).lastRun !== undefined) yield* inParts(keptRecord());
    }),
    stop: os.stop.handler(({ signal }) => playJob(world, [], () => ({ removed: 1 }), signal)),
    sweep: os.sweep.handler(({ signal }) => playJob(world, [], () => ({ removed: 0 }), signal)),
    parity: os.parity.handler(async () => {
      await passGate(world);
      return recorded.parity;
    }),
    undoRepair: os.undoRepair.handler(() => ({ plan: world.plan, conflicts: [] })),
  };
}
