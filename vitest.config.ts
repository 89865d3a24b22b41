import { defineConfig } from 'vitest/config';

// Two projects: `unit` needs nothing but Node; `integration` meets the real sshd, Docker engine and lab.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{electron,shared,scripts,templates,e2e,renderer}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
          // Generated cases take their time on a machine that is busy with something else.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{electron,e2e,scripts}/**/*.integration.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
