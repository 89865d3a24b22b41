import { expect, test } from 'vitest';
import { aFacts } from '../../detectors/support/a-facts.fixture.ts';
import { chooseBase } from './choose-base.ts';

test.each([
  ['debian', '12', 'bookworm', 'debian:bookworm-slim'],
  ['debian', '11', '', 'debian:bullseye-slim'],
  ['debian', '', 'forky', 'debian:forky-slim'],
  ['ubuntu', '20.04', 'focal', 'ubuntu:20.04'],
  ['alpine', '3.19.1', '', 'alpine:3.19'],
  ['centos', '7', '', 'centos:7'],
  ['rocky', '9.3', '', 'rockylinux/rockylinux:9-minimal'],
  ['rhel', '8.9', '', 'registry.access.redhat.com/ubi8/ubi-minimal'],
  ['amzn', '2023', '', 'amazonlinux:2023'],
  ['opensuse-leap', '15.5', '', 'opensuse/leap:15.5'],
])('%s %s has a base', (id, versionId, codename, image) => {
  expect(chooseBase({ ...aFacts().os, id, versionId, codename }, {}).base.image).toBe(image);
});

test.each([
  ['debian', '', ''],
  ['debian', '12', 'x y\nRUN z'],
  ['gentoo', '2.14', ''],
])('%s %s %j has none', (id, versionId, codename) => {
  expect(chooseBase({ ...aFacts().os, id, versionId, codename }, {})).toMatchObject({
    strategy: 'scratch',
    base: { image: 'scratch' },
  });
});
