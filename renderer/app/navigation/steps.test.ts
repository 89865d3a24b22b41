import { describe, expect, it } from 'vitest';
import type { Project } from '../../../shared/model/project.ts';
import { reachableStep, stepState, steps } from './steps.ts';

const fresh: Project = { directory: '/p', name: 'p', step: 'connect', hasPlan: false };
const server = { target: 'portal', identityFiles: [], jump: [], sudo: false, acceptNewHostKey: false };
const docker = { identityFiles: [], acceptNewHostKey: false };
const scan = { id: '1', takenAt: '2026-01-01T00:00:00Z', hostname: 'portal', os: 'Debian', access: 'root' } as const;

describe('stepState', () => {
  it('lets nobody past the start without a project', () => {
    expect(steps.map((step) => stepState(step, undefined).kind)).toEqual(['open', ...Array(6).fill('blocked')]);
  });

  it('opens step by step', () => {
    const kinds = (project: Project) => steps.map((step) => stepState(step, project).kind);
    expect(kinds(fresh)).toEqual(['done', 'open', 'blocked', 'blocked', 'blocked', 'blocked', 'blocked']);
    expect(kinds({ ...fresh, server, scan, hasPlan: true })).toEqual([
      ...['done', 'open', 'done', 'done', 'open', 'blocked', 'open'],
    ]);
    expect(stepState('run', { ...fresh, hasPlan: true })).toEqual({ kind: 'blocked', blocker: 'docker' });
    expect(stepState('run', { ...fresh, docker, hasPlan: true })).toEqual({ kind: 'open' });
  });

  it('has exported what was tested last, not what was tested after it', () => {
    const tested = (at: string) => ({ at, result: { bundle: '/p', workloads: [] } });
    const exported: Project = {
      ...{ ...fresh, hasPlan: true },
      lastExport: { way: 'zip', at: '2026-01-02T00:00:00.000Z', target: '/p.zip' },
    };
    expect(stepState('export', exported).kind).toBe('done');
    expect(stepState('export', { ...exported, lastRun: tested('2026-01-01T00:00:00.000Z') }).kind).toBe('done');
    expect(stepState('export', { ...exported, lastRun: tested('2026-01-03T00:00:00.000Z') }).kind).toBe('open');
  });

  it('takes a bundle of the command line, which has a plan and no scan', () => {
    expect(stepState('plan', { ...fresh, hasPlan: true }).kind).toBe('done');
  });
});

describe('reachableStep', () => {
  it('falls back to the last step before that is open', () => {
    expect(reachableStep('run', undefined)).toBe('start');
    expect(reachableStep('run', fresh)).toBe('connect');
    expect(reachableStep('edit', { ...fresh, hasPlan: true })).toBe('edit');
  });
});
