import { describe, expect, it } from 'vitest';
import type { Workload } from '../../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../../shared/model/result.ts';
import { failureWith, wantedPaths } from '../../testing/failure-with.ts';
import { sampleFacts, sampleFile } from '../../testing/sample-facts.ts';
import { sampleWorkload } from '../../testing/sample-workload.ts';
import type { Failure, RepairRule } from '../failure.ts';
import { addressNotAvailable } from './address-not-available.ts';
import { daemonised } from './daemonised.ts';
import { missingDirectory } from './missing-directory.ts';
import { missingFile } from './missing-file.ts';
import { missingLibrary } from './missing-library.ts';
import { missingModule } from './missing-module.ts';
import { otherSurroundings } from './other-surroundings.ts';
import { permissionDenied } from './permission-denied.ts';
import { portInUse } from './port-in-use.ts';
import { readOnlyPath } from './read-only-path.ts';

const include = (path: string, scope: 'file' | 'tree' = 'file') => ({
  files: { packages: [], exclude: [], include: [{ path, scope, reason: '' }] },
});

/** What becomes of the workload; undefined where the rule has no cure. */
function cured(rule: RepairRule, failure: Failure, workload = sampleWorkload()): Workload | undefined {
  const diagnosis = rule.diagnose(failure, workload);
  return diagnosis?.kind === 'diagnosis' ? diagnosis.apply(workload) : undefined;
}

describe('missing-library', () => {
  const log =
    './portald: error while loading shared libraries: libquotes.so.2: cannot open shared object file: No such';

  it('asks for it beside what the workload brings', () => {
    const opinion = missingLibrary.diagnose(failureWith({ log }), sampleWorkload(include('/opt/portal', 'tree')));
    expect(opinion?.kind === 'inquiry' && wantedPaths(opinion)).toEqual(
      expect.arrayContaining(['/usr/local/lib/libquotes.so.2', '/opt/portal/lib/libquotes.so.2']),
    );
  });

  it('tells the loader where it is, when the image has it already, and only once', () => {
    const facts = sampleFacts();
    facts.surroundings.libraries = { 'libquotes.so.2': '/opt/portal/lib/libquotes.so.2' };
    const failure = failureWith({ log }, facts, [sampleFile('/opt/portal/lib/libquotes.so.2')]);
    const workload = sampleWorkload(include('/opt/portal', 'tree'));
    const once = cured(missingLibrary, failure, workload);
    expect(once?.environment).toMatchObject([{ name: 'LD_LIBRARY_PATH', value: '/opt/portal/lib' }]);
    expect(cured(missingLibrary, failure, once)).toEqual(once);
  });
});

describe('missing-module', () => {
  it('finds it in the page that the container answered with', () => {
    const page = "Can't locate CGI/Fast.pm in @INC (@INC contains: /etc/perl /usr/share/perl5) at app.pl line 3.";
    const check: ParityCheck = {
      id: 'http:80:/',
      protocol: 'http',
      title: 'GET /',
      outcome: 'different',
      server: '200',
      container: `500\n\n${page}`,
      detail: '',
    };
    const failure = (outcome: ParityCheck['outcome']) =>
      failureWith({ phase: 'verify', checks: [{ ...check, outcome }] }, undefined, [
        sampleFile('/usr/share/perl5/CGI/Fast.pm'),
      ]);
    expect(cured(missingModule, failure('different'))?.files.include).toHaveLength(1);
    expect(cured(missingModule, failure('same'))).toBeUndefined();
  });
});

describe('missing-file', () => {
  const missing = (path: string) => `Can't open perl script "${path}": No such file or directory`;

  it('takes a relative path from the working directory', () => {
    const failure = failureWith({ log: missing('etc/quoted.yaml') }, undefined, [
      sampleFile('/opt/portal/etc/quoted.yaml'),
    ]);
    expect(cured(missingFile, failure)?.files.include[0]?.path).toBe('/opt/portal/etc/quoted.yaml');
  });

  it.each(['/proc/self/oom_score_adj', '/sys/fs/cgroup/x', '/dev/log'])('leaves %s to the kernel', (path) => {
    expect(missingFile.diagnose(failureWith({ log: missing(path) }), sampleWorkload())).toBeUndefined();
  });

  it.each(['/etc/shadow', '/etc/ssl/private/portal.key', '/home/deploy/.ssh/id_rsa'])(
    'never puts %s into the image',
    (path) => {
      const workload = cured(missingFile, failureWith({ log: missing(path) }, undefined, [sampleFile(path)]));
      expect(workload?.files.include).toEqual([]);
      expect(workload?.config).toEqual([]);
      expect(workload?.secrets).toMatchObject([{ kind: 'file', path }]);
    },
  );
});

describe('missing-directory', () => {
  it('does not bring what stands in directories for logs and state', () => {
    const failure = failureWith({ log: 'open("/var/log/portal/a.log"): No such file or directory' }, undefined, [
      sampleFile('/var/log/portal', { type: 'directory', mode: 0o750, uid: 33, gid: 4 }),
    ]);
    const workload = cured(missingDirectory, failure);
    expect(workload?.directories).toMatchObject([{ path: '/var/log/portal', mode: 0o750, uid: 33, gid: 4 }]);
    expect(workload?.files.include).toEqual([]);
  });

  it('does not bring a directory because a file in it is missing on the server too', () => {
    const log = 'open() "/usr/share/nginx/html/favicon.ico" failed (2: No such file or directory)';
    const html = sampleFile('/usr/share/nginx/html', { type: 'directory' });
    expect(missingDirectory.diagnose(failureWith({ log }, undefined, [html]), sampleWorkload())).toBeUndefined();
  });
});

describe('permission-denied', () => {
  it('does not touch directories of the system', () => {
    const log = 'cannot create /var/log/portal.log: Permission denied';
    const file = sampleFile('/var/log/portal.log');
    const failure = failureWith({ log }, undefined, [file, sampleFile('/var/log', { type: 'directory' })]);
    expect(permissionDenied.diagnose(failure, sampleWorkload())).toBeUndefined();
  });
});

describe('read-only-path', () => {
  it('makes a volume of a state directory, and of no other', () => {
    const refused = (path: string) => failureWith({ log: `cannot create ${path}: Read-only file system` });
    expect(cured(readOnlyPath, refused('/var/lib/portal/portal.db'))?.data).toMatchObject([
      { path: '/var/lib/portal' },
    ]);
    expect(readOnlyPath.diagnose(refused('/usr/bin/x'), sampleWorkload())).toBeUndefined();
    expect(readOnlyPath.diagnose(refused('/var/x'), sampleWorkload())).toBeUndefined();
  });
});

describe('address-not-available', () => {
  it("leaves the server's own IPv4 address to the configuration", () => {
    const log = 'bind() to 10.9.8.7:80 failed (99: Cannot assign requested address)';
    expect(addressNotAvailable.diagnose(failureWith({ log }), sampleWorkload())).toBeUndefined();
  });
});

describe('port-in-use', () => {
  it('leaves out the file of a socket that came along', () => {
    const failure = failureWith({ log: 'bind /run/portal/portal.sock: Address already in use' });
    expect(cured(portInUse, failure)?.files.exclude).toMatchObject([{ pattern: '/run/portal/portal.sock' }]);
  });

  it('no longer starts the service while it is prepared', () => {
    const failure = failureWith({ log: 'bind to 0.0.0.0:8080: Address already in use' });
    const command = ['/opt/portal/bin/portald'];
    const workload = sampleWorkload({
      prepare: [
        [...command, '--start'],
        ['/bin/mkdir', '/run/portal'],
      ],
    });
    expect(cured(portInUse, failure, workload)?.prepare).toEqual([['/bin/mkdir', '/run/portal']]);
    expect(cured(portInUse, failure, sampleWorkload())).toBeUndefined();
  });
});

describe('daemonised', () => {
  it.each([
    [
      ['/usr/sbin/apache2', '-k', 'start'],
      ['/usr/sbin/apache2', '-D', 'FOREGROUND'],
    ],
    [
      ['/usr/bin/memcached', '-d', '-m', '64'],
      ['/usr/bin/memcached', '-m', '64'],
    ],
    [['/usr/sbin/php-fpm8.2'], ['/usr/sbin/php-fpm8.2', '--nodaemonize']],
  ])('starts %j as %j', (command, expected) => {
    const failure = failureWith({ exitCode: 0 });
    expect(cured(daemonised, failure, sampleWorkload({ command }))?.command).toEqual(expected);
  });

  it('follows the pid file that the unit names', () => {
    const failure = {
      ...failureWith({ exitCode: 0 }),
      serverPidFiles: new Map([['/opt/portal/bin/portald', '/run/portald.pid']]),
    };
    expect(cured(daemonised, failure)).toMatchObject({ follow: { pidFile: '/run/portald.pid' }, init: true });
  });

  it('takes a failure for a failure', () => {
    expect(daemonised.diagnose(failureWith({ exitCode: 1 }), sampleWorkload({ command: ['nginx'] }))).toBeUndefined();
    expect(
      daemonised.diagnose(failureWith({ exitCode: 0, phase: 'build' }), sampleWorkload({ command: ['nginx'] })),
    ).toBeUndefined();
  });
});

describe('other-surroundings', () => {
  const cure = (id: string, server: string, workload?: Workload) =>
    cured(
      otherSurroundings,
      failureWith({
        phase: 'verify',
        checks: [{ id, protocol: 'process', title: id, outcome: 'different', server, container: '?', detail: '' }],
      }),
      workload,
    );

  it('sets what the server has', () => {
    expect(cure('process:umask', '0027')?.umask).toBe('0027');
    expect(cure('process:directory', '/srv')?.workingDirectory).toBe('/srv');
    expect(cure('process:time-zone', 'Europe/Berlin +0100 +0200')?.environment).toMatchObject([
      { name: 'TZ', value: 'Europe/Berlin' },
    ]);
  });

  it('replaces the locale variables, and changes nothing where they are set', () => {
    const variable = (name: string, value: string) => ({ name, value, reason: '' });
    const workload = sampleWorkload({ environment: [variable('LC_ALL', 'C'), variable('PATH', '/bin')] });
    const once = cure('process:locale', 'LANG=de_DE.UTF-8', workload);
    expect(once?.environment.map((one) => `${one.name}=${one.value}`)).toEqual(['PATH=/bin', 'LANG=de_DE.UTF-8']);
    expect(cure('process:locale', 'LANG=de_DE.UTF-8', once)).toEqual(once);
  });

  it('takes nothing over that is no such value', () => {
    expect(cure('process:umask', '$(reboot)')).toBeUndefined();
    expect(cure('process:locale', 'LANG=$(reboot)')).toBeUndefined();
    expect(cure('process:user', '33')).toBeUndefined();
  });
});
