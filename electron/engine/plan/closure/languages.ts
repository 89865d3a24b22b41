import type { Facts } from '../../../../shared/model/facts.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { isGeneralDirectory } from '../../detectors/support/application.ts';
import { dirname } from '../../detectors/support/paths.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import { needsOfFile } from '../../detectors/support/script-needs.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft, joinDrafts } from './draft.ts';

type LanguageEnvironment = Facts['languages'][number];

const titles: Record<LanguageEnvironment['kind'], string> = {
  virtualenv: sentence`Python virtual environment`,
  node_modules: sentence`Node.js modules`,
  gems: sentence`Ruby gems`,
  composer: sentence`PHP packages of Composer`,
  jar: sentence`Java archive`,
  war: sentence`Java web application`,
  'go-binary': sentence`Go program`,
  'python-path': sentence`Python modules`,
  'perl-inc': sentence`Perl modules`,
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
  const bases = interpreters.map((interpreter) => needsOfFile(server, interpreter, sentence`interpreter of ${path}`));
  return joinDrafts([
    draft,
    ...bases.map((base) => ({ ...emptyDraft(), packages: base.packages, include: base.include })),
  ]);
}
