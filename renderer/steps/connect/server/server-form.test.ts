import { describe, expect, it } from 'vitest';
import { emptyServer, formToServer, joinTarget, serverToForm, wrongFields } from './server-form.ts';
import { splitTarget } from './split-target.ts';

describe('joinTarget', () => {
  it('leaves an alias as it is, and is the inverse otherwise', () => {
    expect(joinTarget({ host: 'portal', user: '', port: '' })).toBe('portal');
    for (const target of [
      'ssh://engineer@portal',
      'ssh://portal:2222',
      'ssh://engineer@[fe80::1]:22',
      'ssh://ann@corp.example@portal',
    ]) {
      expect(joinTarget(splitTarget(target))).toBe(target);
    }
  });
});

describe('a form', () => {
  it('comes back from what is saved of it', () => {
    const form = {
      ...emptyServer,
      host: 'portal',
      user: 'engineer',
      method: 'key' as const,
      keyFile: '/k',
      sudo: true,
    };
    expect(serverToForm(formToServer(form))).toEqual(form);
    expect(serverToForm(undefined)).toEqual(emptyServer);
  });

  it('keeps no key file that was chosen before another way', () => {
    expect(formToServer({ ...emptyServer, host: 'a', keyFile: '/k' }).identityFiles).toEqual([]);
  });

  it('tells what is wrong', () => {
    expect(wrongFields(emptyServer)).toEqual(['host']);
    expect(wrongFields({ ...emptyServer, host: '-oProxyCommand=x' })).toEqual(['host']);
    expect(wrongFields({ ...emptyServer, host: 'a', user: 'x y', port: '70000', method: 'key' })).toEqual([
      ...['user', 'port', 'keyFile'],
    ]);
    expect(wrongFields({ ...emptyServer, host: 'a', port: '22' })).toEqual([]);
    expect(wrongFields({ ...emptyServer, host: 'a', user: 'ann@corp.example' })).toEqual([]);
  });
});
