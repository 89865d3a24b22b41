import type { EvidenceEntry, WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Package } from '../../../../shared/model/facts.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import type { ParityReport } from '../../../../shared/model/result.ts';
import { emptyPlan, emptyWorkload } from '../../../../shared/testing/empty-plan.ts';

/** The portal: a workload that needs nothing beyond FROM, ADD and CMD. */
export function workload(changes: Partial<Workload> = {}): Workload {
  return emptyWorkload({
    stack: 'apache-cgi',
    title: 'Apache with CGI programs',
    evidence: ['process runs /usr/sbin/apache2'],
    fit: { grade: 'A', reasons: ['keeps no state'] },
    base: { image: 'debian:bookworm-slim', reason: 'Debian 12, as on the server' },
    command: ['/usr/sbin/apache2', '-D', 'FOREGROUND'],
    commandReason: 'Stays in the foreground, as a container must',
    user: { name: 'root', uid: 0, gid: 0, groups: [0] },
    identities: {
      users: [{ name: 'www-data', uid: 33, gid: 33, gecos: 'www-data', home: '/var/www', shell: '/usr/sbin/nologin' }],
      groups: [
        { name: 'www-data', gid: 33, members: [] },
        { name: 'adm', gid: 4, members: ['www-data'] },
      ],
    },
    limits: { memoryBytes: 268435456, cpus: 0.5, pids: 100, reason: 'twice what it used' },
    stop: { signal: 'SIGTERM', graceSeconds: 10 },
    ...changes,
  });
}

/** A plan of these workloads, each in a pod of its own. */
export function plan(workloads: Workload[] = [workload()], changes: Partial<Plan> = {}): Plan {
  return emptyPlan(workloads, {
    server: {
      name: 'legacy01.example',
      os: { id: 'debian', versionId: '12', codename: 'bookworm', prettyName: 'Debian GNU/Linux 12 (bookworm)' },
      architecture: 'x86_64',
      timeZone: 'Etc/UTC',
      locale: { LANG: 'C.UTF-8' },
      packageManager: 'dpkg',
    },
    pods: workloads.map(({ name }) => ({ name, workloads: [name], sharedDirectories: [], reason: 'alone' })),
    ...changes,
  });
}

export function entry(path: string, changes: Partial<EvidenceEntry> = {}): EvidenceEntry {
  return {
    path,
    type: 'file',
    place: 'payload',
    mode: 0o644,
    uid: 0,
    gid: 0,
    size: 5,
    mtime: 1_700_000_000,
    sha256: 'a'.repeat(64),
    origin: 'unowned',
    reasons: ['the program itself'],
    ...changes,
  };
}

export function evidence(entries: EvidenceEntry[] = [entry('/srv/portal/run')], name = 'portal'): WorkloadEvidence {
  return { workload: name, base: { image: 'debian:bookworm-slim', digest: '' }, entries, missingLibraries: [] };
}

/** The portal, with nearly everything that a workload can have. */
export function richWorkload(): Workload {
  return workload({
    user: { name: 'www-data', uid: 33, gid: 33, groups: [33, 4] },
    umask: '0027',
    prepare: [['/usr/bin/install', '-d', "/run/it's here"]],
    workingDirectory: '/srv/portal app',
    environment: [{ name: 'APP_MOTTO', value: 'costs $5 "only" \\o/', reason: 'set by the unit' }],
    ports: [
      { container: 8088, protocol: 'tcp', address: '0.0.0.0', publish: true, reason: 'apache2 listens on it' },
      { container: 9000, protocol: 'tcp', address: '127.0.0.1', publish: false, reason: 'loopback' },
      { container: 514, protocol: 'udp', address: '0.0.0.0', publish: true, reason: 'takes messages' },
    ],
    config: [
      { path: '/etc/apache2', scope: 'tree', reason: 'its configuration' },
      { path: '/etc/apache2/ports.conf', scope: 'file', reason: 'its ports' },
      { path: '/etc/portal.conf', scope: 'file', reason: 'read at the start' },
    ],
    secrets: [
      { kind: 'file', name: 'tls-key', path: '/etc/apache2/ssl/portal.key', reason: 'a private key' },
      { kind: 'env', name: 'db-password', variable: 'DB_PASSWORD', reason: 'a password' },
    ],
    data: [{ path: '/var/lib/portal', reason: 'uploads' }],
    logs: [{ path: '/var/log/apache2/access.log', to: 'volume', reason: 'access log' }],
    health: { kind: 'http', port: 8088, path: '/health?a=$b' },
    limits: { memoryBytes: 268435456, cpus: 0.5, pids: 100, openFiles: 4096, reason: 'twice what it used' },
    stop: { signal: 'SIGWINCH', graceSeconds: 30 },
    needs: { capabilities: ['NET_RAW'], devices: ['/dev/fuse'], sysctls: { 'net.core.somaxconn': '1024' }, kernelModules: [] },
    notes: ['A note with | a bar and <b>HTML</b>'],
    repairs: [{ round: 1, rule: 'missing-file', symptom: 'x was missing', change: 'added x' }],
  });
}

export function packages(): Package[] {
  return [
    {
      manager: 'dpkg',
      name: 'apache2-bin',
      version: '2.4.62-1~deb12u2',
      architecture: 'amd64',
      source: 'apache2',
      depends: [],
      essential: false,
      changedConffiles: [],
    },
  ];
}

export function parityReport(): ParityReport {
  return {
    server: 'legacy01.example',
    takenAt: '2026-01-02T03:04:05Z',
    workloads: [
      {
        workload: 'portal',
        verdict: 'equivalent',
        reasons: [],
        checks: [
          {
            id: 'http-/',
            protocol: 'http',
            title: 'GET /',
            outcome: 'same',
            server: '200\nhello',
            container: '200\nhello',
            detail: 'Date is not compared',
          },
          {
            id: 'http-/x',
            protocol: 'http',
            title: 'GET /x',
            outcome: 'different',
            server: '200\nold\nend',
            container: '200\nnew\nend',
            detail: '',
          },
        ],
      },
    ],
  };
}
