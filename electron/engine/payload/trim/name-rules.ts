/**
 * Files of packages that nothing opens but by a name, which then stands in whatever opens them. Whether anything that is
 * shipped and used bears that name is looked up in its content; a rule is the more cautious the more it takes for one.
 */
export interface NameRule {
  /** What the files are, in words that follow "without". */
  what: string;
  /** Paths as the package lists them. */
  files: RegExp;
  /** What stands in a program, a script, a library or a configuration that makes use of them. */
  names: RegExp;
  /** Files in which the name says nothing, such as those that belong together. */
  silent: RegExp;
  /**
   * `absent`: the files are for developers and stay on the server. `idle`: plug-ins that come along, but not the
   * libraries that only they link to.
   */
  unnamed: 'absent' | 'idle';
}

/** Perl's own modules on Debian and Alpine; other distributions have the ones for developers in packages of their own. */
const perlCore = String.raw`^/usr/(?:share|lib(?:/[^/]+)?)/(?:perl/5[\d.]*|perl5/core_perl)/`;
const perlPrograms = '^/usr/bin/';
/** What builds and installs modules, and what starts it: IPC::Cmd asks MakeMaker whether a program is there. */
const buildsPerlModules =
  /ExtUtils|Module::Build|\bCPAN(?:::|\.pm|->)|(?:use|require)\s+CPAN\b|-MCPAN|\/cpan\s|IPC(?:::|\/)Cmd|File(?:::|\/)Fetch/;

function inPerl(modules: string, programs: string): RegExp {
  return new RegExp(`${perlCore}(?:${modules})|${perlPrograms}(?:${programs})$`);
}

const perl: Pick<NameRule, 'silent' | 'unnamed'> = {
  silent: inPerl('', 'encguess|json_pp|piconv|pod(?:2\\w+|checker)|ptar\\w*|shasum|splain|streamzip|zipdetails'),
  unnamed: 'absent',
};
const apacheUtilities: Pick<NameRule, 'silent' | 'unnamed'> = {
  // The server hands every function of the library on to its modules.
  silent: /^\/usr\/sbin\/(?:apache2|httpd)$|\/libaprutil-1\.so[\d.]*$/,
  unnamed: 'idle',
};
const python: Pick<NameRule, 'silent' | 'unnamed'> = { silent: /^\/usr\/lib\/python3[\d.]*\//, unnamed: 'absent' };

/** See docs/decisions/0003-needed-libraries.md for what may stand here. */
export const nameRules: readonly NameRule[] = [
  {
    ...perl,
    what: 'Perl as a library, for programs that have it built in',
    files: /\/libperl\.so\.5[\d.]*$|^\/usr\/bin\/(?:perl|cpan)5[\d.]*-[a-z0-9_]+-linux-\w+$/,
    names: /libperl\.so|perl5[\d.]*-[a-z0-9_]+-linux-/,
  },
  {
    ...perl,
    what: 'what builds and installs Perl modules',
    files: inPerl(
      String.raw`ExtUtils/|CPAN\.pm|CPAN/|App/Cpan\.pm|AutoSplit\.pm|Devel/(?:PPPort|SelfStubber)\.pm|Encode/[^/]+\.(?:e2x|h)$`,
      'cpan|enc2xs|h2ph|h2xs|instmodsh|libnetcfg|perlivp|pl2pm|xsubpp',
    ),
    names: new RegExp(
      String.raw`${buildsPerlModules.source}|AutoSplit|PPPort|SelfStubber|\b(?:enc2xs|h2ph|h2xs|instmodsh|libnetcfg|perlivp|pl2pm|xsubpp)\b`,
    ),
  },
  {
    ...perl,
    what: "the history of Perl's releases",
    files: inPerl('Module/CoreList', 'corelist|perlbug|perlthanks'),
    names: new RegExp(
      String.raw`${buildsPerlModules.source}|CoreList|Conditional::DEPRECATED|\b(?:corelist|perlbug|perlthanks)\b`,
    ),
  },
  {
    ...perl,
    what: 'what tests Perl programs',
    files: inPerl(String.raw`Test\.pm|Test2?/|Test2\.pm|ok\.pm|TAP/|App/Prove`, 'prove'),
    names: new RegExp(
      String.raw`${buildsPerlModules.source}|\bTest2?(?:::|\.pm|/)|(?:use|require)\s+(?:Test|ok)\b|-M(?:Test|ok)|\bTAP::|\bApp::Prove|[\s/"'\x60]prove\s+-`,
    ),
  },
  {
    ...perl,
    what: "what turns Perl's manuals into pages, and takes archives apart to look at them",
    files: inPerl(
      String.raw`Pod/(?:Man|Html|Checker|ParseLink|Perldoc)\b|Pod/Simple/(?:X?HTML|RTF|Search|DumpAs|JustPod|Checker|XMLOutStream)`,
      'pod2html|pod2man|podchecker|zipdetails',
    ),
    names: new RegExp(
      String.raw`${buildsPerlModules.source}|\bPod(?:::|/)(?:Man|Html|Checker|ParseLink|Perldoc|Simple(?:::|/)(?:X?HTML|RTF|Search|DumpAs|JustPod|Checker|XMLOutStream))|\b(?:pod2html|pod2man|podchecker|zipdetails)\b`,
    ),
  },
  {
    ...perl,
    what: "Perl's debugger",
    files: inPerl(String.raw`perl5db\.pl$`, ''),
    names: /perl5db|PERL5DB|\bperl[\d.]*(?:[ \t]+-\S+)*[ \t]+-\w*d/,
  },
  {
    ...perl,
    what: "the source of Unicode::Collate's compiled table, which only special calls of that module read",
    files: inPerl(String.raw`Unicode/Collate/(?:all)?keys\.txt$`, ''),
    names: /Unicode(?:::|\/)Collate/,
  },
  {
    ...python,
    what: "the texts that Python's interactive help shows",
    files: /^\/usr\/lib\/python3[\d.]*\/pydoc_data\//,
    names: /\bpydoc/,
  },
  {
    ...python,
    what: 'the translator from Python 2 to 3',
    files: /^\/usr\/lib\/python3[\d.]*\/lib2to3\//,
    names: /2to3/,
  },
  {
    ...apacheUtilities,
    what: "the Apache utilities' drivers of databases",
    files: /\/apr-util-1\/apr_dbd_[\w.-]+\.so$/,
    names: /apr_dbd_(?:init|get_driver|open)/,
  },
  {
    ...apacheUtilities,
    what: "the Apache utilities' driver of LDAP",
    files: /\/apr-util-1\/apr_ldap[\w.-]*\.so$/,
    names: /apr_ldap_/,
  },
];
