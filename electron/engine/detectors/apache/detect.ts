import type { Finding } from '../../../../shared/model/findings.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { configurationEvidence, findingOf, runningEvidence } from '../support/finding.ts';
import { basename } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import { evaluateApache } from './evaluate.ts';
import { locateApache } from './locate.ts';
import { apacheSetupOf } from './setup.ts';

const programs = /^(apache2|httpd|httpd-prefork|httpd2-prefork|httpd\.worker|httpd\.event)$/;

/** An Apache by its executable; its configuration tells whether it also runs CGI programs or PHP. */
export function detectApache(server: Server, tree: ProcessTree): Finding | undefined {
  if (!programs.test(basename(tree.root.exe ?? tree.root.argv[0] ?? ''))) return undefined;
  const start = locateApache(server, tree);
  const evaluated = evaluateApache(server, start.main, start);
  const { cgi, php } = apacheSetupOf(evaluated);
  const evidence = runningEvidence(tree);
  const runsCgi = cgi.length > 0 && ['cgi', 'cgid'].some((module) => evaluated.modules.has(module));
  if (evaluated.files.length > 0) {
    evidence.push(configurationEvidence(evaluated.files.length, start.main));
  }
  if (runsCgi)
    evidence.push(
      ...cgi.map(({ path, reason }) => ({ observation: sentence`CGI programs are in ${path}.`, source: reason })),
    );
  if (php) evidence.push({ observation: sentence`It loads the PHP module.`, source: start.main });
  const grade = evaluated.files.length > 0 ? 'certain' : 'likely';
  const stack = php ? 'apache-php' : runsCgi ? 'apache-cgi' : 'apache';
  return findingOf(tree, { detector: 'apache', stack, grade, evidence });
}
