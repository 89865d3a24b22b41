import { ensureBaseImage } from './machine/base-image.ts';
import { ensureCompose } from './machine/compose.ts';
import { ensureElectron } from './machine/electron.ts';
import { ensureEngine } from './machine/engine.ts';
import { runMain } from './machine/main.ts';
import { run } from './machine/run.ts';
import { say } from './machine/say.ts';
import { ensureTools } from './machine/tools.ts';

/** `npm test`: everything, in the order in which a failure is found soonest. Stops at the first part that fails. */
runMain(async (cleanup, signal) => {
  await ensureTools([
    'docker-client',
    'ssh',
    'sshd',
    'sudo',
    'git',
    'git-lfs',
    'shellcheck',
    'busybox',
    'redis',
    'openssl',
  ]);
  await ensureTools(['registry', 'chromium', 'xvfb', 'keyring', 'nsis']);
  // Without one there is no testing the app: better said now than after everything else.
  await ensureElectron();
  let passed = 0;
  const part = async (title: string, args: readonly string[], env: Record<string, string> = {}) => {
    await runPart(title, args, env, signal);
    passed += 1;
  };

  await part('check', ['run', 'check']);
  await part('unit tests', ['exec', '--', 'vitest', 'run', '--project', 'unit']);
  await part('build', ['run', 'build']);

  const engine = await ensureEngine();
  cleanup.add(() => engine.stop());
  const docker = { DOCKER_HOST: engine.host, ...(await ensureCompose()) };
  for (const release of ['bullseye', 'bookworm', 'trixie']) await ensureBaseImage(engine.host, release);
  await part('integration tests', ['exec', '--', 'vitest', 'run', '--project', 'integration'], docker);
  await part('app tests', ['run', 'test:app'], docker);
  await part('zoo', ['run', 'zoo', '--', '--twice'], docker);
  console.log(`parts: ${passed} passed, 0 failed`);
  return 0;
});

async function runPart(
  title: string,
  args: readonly string[],
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  say(`── ${title}`);
  const { code } = await run('npm', args, { env, signal, onLine: (line) => console.log(line) });
  if (code !== 0) throw new Error(`npm test: ${title} failed (exit code ${code}).`);
}
