import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { revertChange } from './revert-change.ts';

const value = fc.jsonValue({ maxDepth: 3 });

describe('revertChange', () => {
  it('gives what was there before where nothing else was changed', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        expect(revertChange(after, before, after)).toEqual(before);
      }),
    );
  });

  it('changes nothing where the change was none', () => {
    fc.assert(
      fc.property(value, value, (now, same) => {
        expect(revertChange(now, same, same)).toEqual(now);
      }),
    );
  });

  it('takes names as they are written, whatever every object has', () => {
    const after = JSON.parse('{"kept":"1","constructor":"2","__proto__":"3"}');
    expect(revertChange({ ...after, since: '4' }, { kept: '1' }, after)).toEqual({ kept: '1', since: '4' });
    expect(revertChange({ kept: '1', since: '4' }, after, { kept: '1' })).toEqual({ ...after, since: '4' });
  });

  it('keeps what was changed since in other places', () => {
    const before = { command: ['run'], files: ['/a'], user: 'root', notes: [] };
    const after = { ...before, files: ['/a', '/lib/x'], user: 'www' };
    const now = { ...after, files: ['/a', '/lib/x', '/lib/y'], command: ['run', '--fast'] };
    expect(revertChange(now, before, after)).toEqual({
      ...before,
      files: ['/a', '/lib/y'],
      command: ['run', '--fast'],
    });
  });

  it('brings back what was removed, once', () => {
    expect(revertChange(['b', 'a'], ['a', 'b'], ['b'])).toEqual(['b', 'a']);
    expect(revertChange(['b', 'c'], ['a', 'b'], ['b'])).toEqual(['b', 'c', 'a']);
  });

  it('leaves alone what was changed again since', () => {
    expect(revertChange({ umask: '0077' }, { umask: '0022' }, { umask: '0027' })).toEqual({ umask: '0077' });
    expect(revertChange({ follow: 1 }, {}, { follow: 1 })).toEqual({});
    expect(revertChange({}, { follow: 1 }, {})).toEqual({ follow: 1 });
  });
});
