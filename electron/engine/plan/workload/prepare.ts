import { basename } from '../../detectors/support/paths.ts';
import { isPlainText } from '../../detectors/support/plain-text.ts';
import { type ProcessTree, withVariables } from '../../detectors/support/process-tree.ts';

/** Programs that talk to systemd or the kernel of a whole machine: in a container they can only fail. */
const ofTheMachine =
  /^(systemctl|systemd-.*|modprobe|sysctl|mount|umount|udevadm|loginctl|start-stop-daemon|ulimit|ip|iptables|nft|restorecon|setenforce|.*apparmor.*|.*selinux.*)$/;

/**
 * What the unit runs before the service, without what a container has no use for, and without what root does there for
 * a service of another user: in the container nothing is root then.
 */
export function prepareOf(tree: ProcessTree): string[][] {
  const asRoot = new Set(privilegedOf(tree).map((argv) => argv.join('\0')));
  const commands = (tree.unit?.execStartPre ?? []).filter(
    ([program, ...rest]) =>
      program?.startsWith('/') &&
      !ofTheMachine.test(basename(program)) &&
      rest.every(isPlainText) &&
      !asRoot.has([program, ...rest].join('\0')),
  );
  return commands.map((argv) => withVariables(argv, tree)).filter((argv) => argv.every(isPlainText));
}

/** Commands that only root could run, of a service that runs as somebody else. */
export function privilegedOf(tree: ProcessTree): string[][] {
  return tree.root.uid === 0 ? [] : (tree.unit?.privilegedStartPre ?? []);
}
