import { describe, expect, it } from 'vitest';
import { SlipwayError } from '../../shared/errors.ts';
import { toErrorData } from './error-data.ts';

describe('toErrorData', () => {
  it('keeps an error of ours', () => {
    const error = new SlipwayError('server.auth', 'No key fits.', { hint: 'Use another.' });
    expect(toErrorData(error)).toEqual({ code: 'server.auth', message: 'No key fits.', hint: 'Use another.' });
  });

  it('finds it in what a wire error carries', () => {
    const error = Object.assign(new Error('Bad request'), {
      code: 'BAD_REQUEST',
      data: { code: 'project.missing', message: 'Nothing there.' },
    });
    expect(toErrorData(error)).toEqual({ code: 'project.missing', message: 'Nothing there.' });
  });

  it('takes an abort for a cancellation and the rest for a fault of ours', () => {
    expect(toErrorData(new DOMException('stop', 'AbortError')).code).toBe('cancelled');
    expect(toErrorData(new Error('boom'))).toEqual({ code: 'internal', message: 'boom' });
    expect(toErrorData('text').message).toBe('text');
  });
});
