import { describe, expect, it } from 'vitest';
import type { ParityCheck } from '../../../shared/model/result.ts';
import { proveThroughPod } from './prove-through-pod.ts';
import { mergeChecks, parityOf, verdictOf } from './verdict.ts';

const check = (protocol: string, outcome: ParityCheck['outcome'], detail = ''): ParityCheck => ({
  id: `${protocol}:1`,
  protocol,
  title: protocol,
  outcome,
  server: '',
  container: '',
  detail,
});

describe('verdictOf', () => {
  it.each([
    ['equivalent', [check('http', 'same')]],
    ['equivalent', [check('greeting', 'same'), check('http', 'not-compared'), check('process', 'same')]],
    ['runs', []],
    ['runs', [check('process', 'same'), check('greeting', 'not-compared')]],
    ['runs', [check('stop', 'same'), check('zombies', 'same')]],
    ['runs', [check('handshake', 'same'), check('process', 'same')]],
    ['failed', [check('handshake', 'different')]],
    ['failed', [check('http', 'same'), check('http', 'different')]],
    ['failed', [check('http', 'same'), check('stop', 'different')]],
  ] as const)('is %s', (verdict, checks) => {
    expect(verdictOf(checks)).toBe(verdict);
  });
});

describe('parityOf', () => {
  it('gives the differences as reasons', () => {
    const parity = parityOf('portal', [check('http', 'same'), check('process', 'different', '0 became 33.\nmore')]);
    expect(parity.reasons).toEqual(['process: 0 became 33.']);
  });

  it('says that a database which shakes hands has not answered yet', () => {
    expect(parityOf('db', [check('handshake', 'same')]).reasons).toEqual([expect.stringContaining('not copied')]);
  });

  it('says why nothing was proven', () => {
    expect(parityOf('portal', [check('process', 'same')]).reasons).toEqual([expect.stringContaining('no answer')]);
  });
});

describe('mergeChecks', () => {
  it('lets bad manners fail what was equivalent', () => {
    const parity = mergeChecks(parityOf('portal', [check('http', 'same')]), [check('stop', 'different', 'killed')]);
    expect(parity).toMatchObject({ verdict: 'failed', reasons: ['stop: killed'] });
    expect(parity.checks).toHaveLength(2);
  });

  it('keeps a verdict that the pod gave', () => {
    const own = {
      ...parityOf('php', [check('process', 'same')]),
      verdict: 'equivalent' as const,
      reasons: ['through web'],
    };
    expect(mergeChecks(own, [check('stop', 'same')])).toMatchObject({
      verdict: 'equivalent',
      reasons: ['through web'],
    });
  });
});

describe('proveThroughPod', () => {
  const web = parityOf('web', [check('http', 'same')]);
  const php = parityOf('php', [check('process', 'same')]);

  it('proves a member through the one that asks it', () => {
    expect(proveThroughPod([web, php])[1]).toMatchObject({
      verdict: 'equivalent',
      reasons: [expect.stringContaining('web')],
    });
  });

  it('proves nothing where a member failed, or of which nothing is known', () => {
    const broken = parityOf('db', [check('process', 'different')]);
    expect(proveThroughPod([web, php, broken])[1]?.verdict).toBe('runs');
    expect(proveThroughPod([web, parityOf('php', [])])[1]?.verdict).toBe('runs');
    expect(proveThroughPod([php])[0]?.verdict).toBe('runs');
  });
});
