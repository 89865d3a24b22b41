import { sentence } from '../../../../shared/text/sentence.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import { variableOf } from '../../detectors/support/process-tree.ts';
import { needsOfFile } from '../../detectors/support/script-needs.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft, joinDrafts } from './draft.ts';
import { needsLoaderCache } from './libraries.ts';

/** Libraries that open TLS connections and read the CA bundle for it; interpreters load them on demand. */
const tlsLibraries = /\/lib(ssl|gnutls|nss3|curl|mbedtls|wolfssl)[-.\w]*\.so/;
const tlsStacks = /^(python|perl|ruby|node|java|php|php-fpm|apache-php|apache-cgi)$/;
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/certs/java/cacerts',
];

/** What surrounds every service: time zone, locale, CA certificates, the loader's configuration. */
export function fromSurroundings(server: Server, tree: ProcessTree, stack: string, include: { path: string }[]): Draft {
  return joinDrafts([
    timeZone(server, tree),
    locale(server, tree),
    certificates(server, tree, stack),
    loader(server, tree, include),
  ]);
}

function timeZone(server: Server, tree: ProcessTree): Draft {
  const zone = server.facts.surroundings.timeZone;
  const own = (variableOf(tree, 'TZ') ?? zone).replace(/^:/, '');
  const named = [...new Set([zone, own])]
    .filter((name) => /^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/.test(name))
    .map((name) => `/usr/share/zoneinfo/${name}`);
  return files(server, ['/etc/localtime', '/etc/timezone', ...named], sentence`time zone ${zone}`);
}

function locale(server: Server, tree: ProcessTree): Draft {
  const names = ['LC_ALL', 'LC_CTYPE', 'LANG'].flatMap((name) => variableOf(tree, name) ?? []);
  const special = names.filter((name) => !/^(C|POSIX|C\.UTF-?8|)$/i.test(name));
  const mapped = tree.members.some((member) => member.mappedFiles.some((path) => path.startsWith('/usr/lib/locale/')));
  if (special.length === 0 && !mapped) return emptyDraft();
  const directories = special
    .filter((name) => /^[\w.@-]+$/.test(name))
    .map((name) => `/usr/lib/locale/${normalised(name)}`);
  return files(server, ['/usr/lib/locale/locale-archive', ...directories], sentence`locale ${special[0] ?? 'data'}`);
}

/** As localedef(1) names directories: `en_US.UTF-8` → `en_US.utf8`. */
function normalised(name: string): string {
  const [language = '', charset] = name.split('.');
  return charset === undefined ? language : `${language}.${charset.toLowerCase().replaceAll('-', '')}`;
}

function certificates(server: Server, tree: ProcessTree, stack: string): Draft {
  const speaksTls = tree.members.some((member) => member.mappedFiles.some((path) => tlsLibraries.test(path)));
  if (!speaksTls && !tlsStacks.test(stack)) return emptyDraft();
  const added = server.facts.surroundings.addedCaCertificates;
  const known = bundles.filter((path) => stack === 'java' || !path.includes('java'));
  const drafts = [
    files(server, known, sentence`CA certificates it trusts`),
    files(server, added, sentence`CA certificate added on the server`),
  ];
  const hashed = server.file('/etc/ssl/certs');
  if (added.length > 0 && hashed)
    drafts.push({
      ...emptyDraft(),
      include: [{ path: '/etc/ssl/certs', scope: 'tree', reason: sentence`CA certificates by hash, with added ones` }],
    });
  return joinDrafts(drafts);
}

function loader(server: Server, tree: ProcessTree, include: { path: string }[]): Draft {
  const mapped = tree.members.flatMap((member) => member.mappedFiles);
  const outside = [...mapped, ...include.map(({ path }) => path)]
    .filter((path) => needsLoaderCache(server, path))
    .sort()[0];
  if (outside === undefined) return emptyDraft();
  return files(
    server,
    ['/etc/ld.so.conf', '/etc/ld.so.conf.d', '/etc/ld.so.cache'],
    sentence`the loader finds ${outside} through it`,
  );
}

/** Those of the files that exist, as they are: a package's file may have been generated or linked anew. */
function files(server: Server, paths: string[], reason: string): Draft {
  const draft = emptyDraft();
  for (const path of paths) {
    const fact = server.lookAt(path);
    if (!fact) continue;
    draft.include.push({ path, scope: fact.type === 'directory' ? 'tree' : 'file', reason });
    draft.packages.push(
      ...needsOfFile(server, path, reason).packages.filter((entry) => entry.name === 'ca-certificates'),
    );
  }
  return draft;
}
