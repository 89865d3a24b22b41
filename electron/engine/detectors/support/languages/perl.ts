import { sorted } from '../lists.ts';
import type { Server } from '../server.ts';
import { firstGroups, type Language } from './language.ts';

export const perl: Language = {
  id: 'perl',
  title: 'Perl',
  programs: /^perl[\d.]*$/,
  valueOptions: /^-[IMm]$/,
  extensions: ['pl', 'pm', 'cgi', 'psgi'],
  companions: () => /^(perl|perl-base|perl-modules-[\d.]+|libperl[\d.]+|perl-libs|perl-interpreter)$/,
  imports(text) {
    const modules = firstGroups(text, /(?:^|[;{}])\s*(?:use|require|no)\s+([A-Z]\w*(?:::\w+)*)/gm);
    const bases = firstGroups(
      text,
      /^\s*use\s+(?:base|parent)\s+(?:-norequire\s*,\s*)?(?:qw\s*[(/]\s*|['"])([\w:]+)/gm,
    );
    return sorted([...modules, ...bases]);
  },
  candidates(server, module, roots) {
    const file = `${module.replaceAll('::', '/')}.pm`;
    return [...roots, ...systemDirectories(server)].map((directory) => `${directory}/${file}`);
  },
};

/** `@INC` beyond Perl's own library, which comes with its packages. */
function systemDirectories(server: Server): string[] {
  const told = server.facts.languages.filter((entry) => entry.kind === 'perl-inc').map((entry) => entry.path);
  const version = /^(?:\d+:)?(\d+\.\d+)/.exec(server.package('perl')?.version ?? '')?.[1];
  const triplet = `${server.facts.os.architecture}-linux-gnu`;
  const versioned = version
    ? [
        `/usr/local/lib/${triplet}/perl/${version}.0`,
        `/usr/local/share/perl/${version}.0`,
        `/usr/lib/${triplet}/perl5/${version}`,
      ]
    : [];
  return [
    ...new Set([...told, ...versioned, '/usr/share/perl5', '/usr/share/perl5/vendor_perl', '/usr/local/lib/site_perl']),
  ];
}
