import { defineConfig } from 'vitest/config';

/** Git as nobody has configured it: what this machine's Git is told (Git LFS, signing, hooks) is none of the tests' business. */
const env = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };

// Two projects: `unit` needs nothing but Node; `integration` meets the real sshd, Docker engine and lab.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          env,
          include: ['{electron,shared,scripts,templates,e2e,renderer}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
          // Generated cases take their time on a machine that is busy with something else.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          env,
          include: ['{electron,e2e,scripts}/**/*.integration.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
