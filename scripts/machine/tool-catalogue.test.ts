import { expect, test } from 'vitest';
import { aptPackages } from './tool-catalogue.ts';

test('the client is installed by itself where the release has it as a package of its own', () => {
  expect(aptPackages(['docker'], new Set(['docker.io', 'docker-cli']))).toContain('docker-cli');
  expect(aptPackages(['docker'], new Set(['docker.io']))).not.toContain('docker-cli');
});

test('packages that several tools need are named once', () => {
  const packages = aptPackages(['docker', 'docker-client', 'git'], new Set());
  expect(packages.filter((name) => name === 'docker.io')).toHaveLength(1);
  expect(packages).toContain('git');
});
