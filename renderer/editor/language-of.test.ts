import { describe, expect, it } from 'vitest';
import { languageOf } from './language-of.ts';

describe('languageOf', () => {
  it.each([
    ['workloads/web/Dockerfile', 'dockerfile'],
    ['build/web.dockerfile', 'dockerfile'],
    ['compose.yaml', 'yaml'],
    ['deploy/Procfile', 'yaml'],
    ['environments/dev/.env', 'ini'],
    ['workloads/web/config/etc/apache2/apache2.conf', 'ini'],
    ['workloads/web/app/srv/x.PL', 'perl'],
    ['README.md', 'markdown'],
    ['LICENSE', 'plaintext'],
    ['a.unknown', 'plaintext'],
    ['conf.d/README', 'plaintext'],
  ])('knows %s for %s', (path, language) => expect(languageOf(path)).toBe(language));

  it.each([
    ['#!/bin/sh\n', 'shell'],
    ['#!/usr/bin/env python3\n', 'python'],
    ['#! /usr/bin/perl -w\n', 'perl'],
    ['#!/opt/other\n', 'plaintext'],
    ['text\n#!/bin/sh\n', 'plaintext'],
  ])('reads the first line %j', (text, language) => expect(languageOf('cgi-bin/run', text)).toBe(language));
});
