import { describe, expect, it } from 'vitest';
import { tabNames } from './tab-names.ts';

describe('tabNames', () => {
  it('says no more than it takes', () => {
    const names = tabNames(['workloads/web/Dockerfile', 'workloads/php/Dockerfile', 'compose.yaml', 'a/.env', '.env']);
    expect([...names.values()]).toEqual(['web/Dockerfile', 'php/Dockerfile', 'compose.yaml', 'a/.env', '.env']);
  });
});
