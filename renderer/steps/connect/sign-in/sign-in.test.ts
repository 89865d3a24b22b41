import { expect, it } from 'vitest';
import { inputToSignIn, lacksKey, type SignIn, signInToInput, usualSignIn } from './sign-in.ts';

it.each<SignIn>([usualSignIn, { method: 'key', keyFile: '/k' }, { method: 'password', keyFile: '' }])(
  'comes back from what is saved of it: $method',
  (signIn) => expect(inputToSignIn(signInToInput(signIn))).toEqual(signIn),
);

it('offers no key file that was chosen before another way', () => {
  expect(signInToInput({ method: 'auto', keyFile: '/k' })).toEqual({ identityFiles: [] });
  expect(signInToInput({ method: 'password', keyFile: '/k' })).toEqual({ identityFiles: [], signIn: 'password' });
});

it('tells that a key is still to be named', () => {
  expect(lacksKey({ method: 'key', keyFile: ' ' })).toBe(true);
  expect(lacksKey({ method: 'password', keyFile: '' })).toBe(false);
});
