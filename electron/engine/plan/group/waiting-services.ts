import type { Facts, Listener, Process, SocketUnit, Unit } from '../../../../shared/model/facts.ts';
import { shebangOf } from '../../detectors/support/shebang.ts';

/** Above what Linux gives to processes (PID_MAX_LIMIT). */
const firstPid = 4_194_305;
/** Bytes: nobody knows what it will use, so it is taken for a service of middling size. */
const supposedMemory = 256 * 1024 * 1024;
/** Seconds: what waits has waited for a while. */
const age = 3600;
const usualPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin';

/** Programs that waiting services start, whose texts tell who runs them. */
export function waitingPrograms(facts: Facts): string[] {
  return waiting(facts).flatMap(({ unit }) => unit.execStart[0]?.[0] ?? []);
}

/**
 * The facts with a process for each service that systemd starts at the first call (systemd.socket(5)), as its unit says
 * it would be: nothing of it runs, so what processes show (libraries, open files, memory) is not known.
 */
export function withWaitingServices(facts: Facts): Facts {
  const found = waiting(facts);
  if (found.length === 0) return facts;
  const processes = found.map(({ unit }, index) => processOf(facts, unit, firstPid + index));
  const pidOf = (listener: Listener) => {
    const index = found.findIndex(({ socket }) => isOf(listener, socket));
    return index < 0 ? listener : { ...listener, pids: [firstPid + index] };
  };
  const started = new Map(found.map(({ unit }, index) => [unit.name, firstPid + index]));
  return {
    ...facts,
    processes: [...facts.processes, ...processes],
    listeners: facts.listeners.map(pidOf),
    units: facts.units.map((unit) => ({ ...unit, mainPid: started.get(unit.name) ?? unit.mainPid })),
  };
}

/** Whether a process is one of those: nothing of it runs. */
export function isWaiting({ pid }: Process): boolean {
  return pid >= firstPid;
}

function waiting(facts: Facts): { socket: SocketUnit; unit: Unit }[] {
  return (facts.socketUnits ?? []).flatMap((socket) => {
    const unit = facts.units.find(({ name }) => name === socket.service);
    const isHeld = facts.listeners.some((listener) => isOf(listener, socket) && isHeldBySystemd(listener));
    const runs = facts.processes.some((process) => process.unit === unit?.name);
    return unit?.execStart[0] !== undefined && isHeld && !runs ? [{ socket, unit }] : [];
  });
}

function isHeldBySystemd({ pids }: Listener): boolean {
  return pids.length === 1 && pids[0] === 1;
}

/** Whether it is what a socket unit listens on: `0.0.0.0:9302`, `[::]:9301`, `/run/x.sock`. */
function isOf({ protocol, address, port, path }: Listener, { listen }: SocketUnit): boolean {
  if (protocol === 'unix') return listen.some((one) => one.address === path);
  const written = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
  return listen.some((one) => one.address === written && (one.type === 'stream') === (protocol === 'tcp'));
}

function processOf(facts: Facts, unit: Unit, pid: number): Process {
  const [program = '', ...rest] = unit.execStart[0] ?? [];
  const text = facts.configFiles.find(({ path }) => path === program)?.content ?? '';
  const shebang = shebangOf(text);
  const interpreter = shebang && canonical(facts, shebang.byEnv ? `/usr/bin/${shebang.byEnv}` : shebang.interpreter);
  const user = facts.users.find(({ name }) => name === (unit.user || 'root'));
  const gid = facts.groups.find(({ name }) => name === unit.group)?.gid ?? user?.gid ?? 0;
  return {
    pid,
    ppid: 1,
    kernel: false,
    comm: program.split('/').at(-1) ?? '',
    uid: user?.uid ?? 0,
    gid,
    user: user?.name ?? 'root',
    groups: [gid],
    exe: interpreter ?? canonical(facts, program),
    exeDeleted: false,
    argv: interpreter === undefined ? [program, ...rest] : [interpreter, program, ...rest],
    cwd: unit.workingDirectory || '/',
    environment: [{ name: 'PATH', value: usualPath }, ...unit.environment],
    unit: unit.name,
    cgroup: `/system.slice/${unit.name}`,
    startTime: Date.parse(facts.takenAt) / 1000 - age,
    rssBytes: supposedMemory,
    cpuSeconds: 0,
    threads: 1,
    openFiles: [],
    mappedFiles: [],
    capabilities: '0000000000000000',
    limits: {},
  };
}

/** What /proc/PID/exe would say. */
function canonical(facts: Facts, path: string): string {
  let found = path;
  for (let links = 0; links < 8; links += 1) {
    const target = facts.files.find((file) => file.path === found)?.linkTarget;
    if (target === undefined) break;
    found = target.startsWith('/') ? target : `${found.slice(0, found.lastIndexOf('/'))}/${target}`;
  }
  return found;
}
