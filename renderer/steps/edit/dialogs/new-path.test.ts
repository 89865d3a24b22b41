import { describe, expect, it } from 'vitest';
import { newPathProblem } from './new-path.ts';

const existing = ['compose.yaml', 'workloads/web/Dockerfile'];

describe('newPathProblem', () => {
  it.each(['a.md', 'deploy/notes.md', 'workloads/web/extra.conf', '.env'])('allows %j', (path) => {
    expect(newPathProblem(path, existing)).toBeUndefined();
  });

  it.each(['', '/etc/passwd', '../x', 'a//b', 'a/', './a', 'a\\b', '.git/config', '.slipway/x'])(
    'refuses %j',
    (path) => {
      expect(newPathProblem(path, existing)).toBe('invalid');
    },
  );

  it.each(['compose.yaml', 'workloads'])('knows %j', (path) => expect(newPathProblem(path, existing)).toBe('exists'));
});
