import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../../scripts/machine/run.ts';
import type { BenchServer } from './bench-server.ts';
import { type Comparison, compareSeconds } from './measure.ts';

/** The facts that compare: the machine's, its packages', its services'. One play, one connection. */
const play = `- hosts: all
  gather_facts: true
  tasks:
    - package_facts:
    - service_facts:
`;

/** A scan against Ansible's setup, package_facts and service_facts on the same server. */
export async function benchScan(server: BenchServer, scratch: string): Promise<Comparison> {
  const playbook = join(scratch, 'facts.yml');
  await writeFile(playbook, play);
  const ssh = `-o UserKnownHostsFile=${server.knownHostsFile} -o StrictHostKeyChecking=yes`;
  const inventory = join(scratch, 'inventory.ini');
  await writeFile(
    inventory,
    `server ansible_host=127.0.0.1 ansible_port=${server.port} ansible_user=${server.user} ` +
      `ansible_ssh_private_key_file=${server.identityFile} ansible_ssh_common_args='${ssh}' ` +
      'ansible_python_interpreter=/usr/bin/python3\n',
  );
  const slipway = ['dist/cli/slipway.js', 'scan', server.target, '--identity', server.identityFile];
  const facts = join(scratch, 'facts.json');
  return compareSeconds(
    () => mustRun(process.execPath, [...slipway, '--accept-new-host-key', '-o', facts], { env: { HOME: scratch } }),
    () => mustRun('ansible-playbook', ['-i', inventory, playbook], { env: { ANSIBLE_NOCOLOR: '1', HOME: scratch } }),
  );
}

export function printScan({ ours, theirs, ratio }: Comparison): void {
  console.log('\nScan, medians of 5');
  console.log(`  slipway scan                                 ${ours.toFixed(2)} s`);
  console.log(`  ansible: facts, package_facts, service_facts ${theirs.toFixed(2)} s`);
  console.log(`  ${ratio.toFixed(1)} times as fast (median of the pairs' ratios; target 5)`);
}
