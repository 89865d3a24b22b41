import type { Facts } from '../../../../shared/model/facts.ts';
import { isGeneralDirectory } from '../../detectors/support/application.ts';
import { dirname } from '../../detectors/support/paths.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import { needsOfFile } from '../../detectors/support/script-needs.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft, joinDrafts } from './draft.ts';

type LanguageEnvironment = Facts['languages'][number];

const titles: Record<LanguageEnvironment['kind'], string> = {
  virtualenv: 'Python virtual environment',
  node_modules: 'Node.js modules',
  gems: 'Ruby gems',
  composer: 'PHP packages of Composer',
  jar: 'Java archive',
  war: 'Java web application',
  'go-binary': 'Go program',
  'python-path': 'Python modules',
  'perl-inc': 'Perl modules',
};

/** The language environments that the tree's processes use, each with the interpreter it was made for. */
export function fromLanguages(server: Server, tree: ProcessTree): Draft {
  const pids = new Set(tree.members.map((member) => member.pid));
  const used = server.facts.languages.filter((entry) => entry.pids.some((pid) => pids.has(pid)));
  return joinDrafts(used.map((entry) => environmentDraft(server, entry)));
}

function environmentDraft(server: Server, entry: LanguageEnvironment): Draft {
  const reason = titles[entry.kind];
  const draft = emptyDraft();
  if (entry.kind === 'go-binary') return draft;
  const path = entry.kind === 'composer' ? dirname(entry.path) : entry.path;
  const scope = entry.kind === 'jar' || entry.kind === 'war' ? 'file' : 'tree';
  const own = needsOfFile(server, path, reason);
  draft.packages.push(...own.packages);
  // What packages own comes with them; a directory such as /usr/lib/python3/dist-packages is never taken whole.
  const isPackaged = own.packages.length > 0 || /^\/usr\/(lib|share)\//.test(path);
  if (!isPackaged && own.include.length > 0 && !isGeneralDirectory(path)) draft.include.push({ path, scope, reason });
  if (entry.kind !== 'virtualenv') return draft;
  const interpreters = entry.details.filter((detail) => detail.startsWith('/'));
  const bases = interpreters.map((interpreter) => needsOfFile(server, interpreter, `interpreter of ${path}`));
  return joinDrafts([
    draft,
    ...bases.map((base) => ({ ...emptyDraft(), packages: base.packages, include: base.include })),
  ]);
}
