import { describe, expect, it } from 'vitest';
import { addressChoice, chosenAtFirst, goesOverSsh, isDockerAddress } from './docker-address.ts';

it.each([
  ['unix:///var/run/docker.sock', true],
  ['npipe:////./pipe/docker_engine', true],
  ['ssh://build@farm:2222', true],
  ['tcp://10.0.0.7:2376', true],
  ['https://farm', false],
  ['ssh://', false],
  ['ssh://-oProxyCommand=x', false],
  ['tcp://a b', false],
  ['', false],
])('knows whether %s is an address', (text, right) => {
  expect(isDockerAddress(text)).toBe(right);
});

it('knows where one signs in', () => {
  const farm = { name: 'farm', endpoint: 'ssh://build@farm', description: '', current: false };
  expect(goesOverSsh('farm', [farm])).toBe(true);
  expect(goesOverSsh('ssh://build@elsewhere', [farm])).toBe(true);
  expect(goesOverSsh('unix:///d', [farm])).toBe(false);
  expect(goesOverSsh('unknown', [farm])).toBe(false);
});

describe('chosenAtFirst', () => {
  const context = { name: 'default', endpoint: 'unix:///d', description: '', current: false };
  const current = { ...context, name: 'farm', current: true };

  it('takes what the project has, by name or address', () => {
    expect(chosenAtFirst('default', [context, current])).toEqual({ choice: 'default', address: '' });
    expect(chosenAtFirst('tcp://h:1', [context])).toEqual({ choice: addressChoice, address: 'tcp://h:1' });
  });

  it('takes the current context otherwise, and an address where there is none', () => {
    expect(chosenAtFirst(undefined, [context, current]).choice).toBe('farm');
    expect(chosenAtFirst(undefined, [context]).choice).toBe('default');
    expect(chosenAtFirst(undefined, []).choice).toBe(addressChoice);
  });
});
