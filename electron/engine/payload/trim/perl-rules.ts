import { sentence } from '../../../../shared/text/sentence.ts';
import type { NameRule } from './name-rule.ts';
import { anyEncoding, computedModules } from './perl-names.ts';

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
/** The core's JSON::PP as a package: it names only the encodings of Unicode, by a text's first bytes. */
const jsonOfCpan = '^/usr/share/perl5/JSON/(?:backport)?PP\\.pm$';

/** What Perl brings and few programs use. */
export const perlRules: readonly NameRule[] = [
  {
    ...perl,
    what: sentence`Perl as a library, for programs that have it built in`,
    files: /\/libperl\.so\.5[\d.]*$|^\/usr\/bin\/(?:perl|cpan)5[\d.]*-[a-z0-9_]+-linux-\w+$/,
    names: /libperl\.so|perl5[\d.]*-[a-z0-9_]+-linux-/,
  },
  {
    ...perl,
    what: sentence`what builds and installs Perl modules`,
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
    what: sentence`the history of Perl's releases`,
    files: inPerl('Module/CoreList', 'corelist|perlbug|perlthanks'),
    names: new RegExp(
      String.raw`${buildsPerlModules.source}|CoreList|Conditional::DEPRECATED|\b(?:corelist|perlbug|perlthanks)\b`,
    ),
  },
  {
    ...perl,
    what: sentence`what tests Perl programs`,
    files: inPerl(String.raw`Test\.pm|Test2?/|Test2\.pm|ok\.pm|TAP/|App/Prove`, 'prove'),
    names: new RegExp(
      String.raw`${buildsPerlModules.source}|\bTest2?(?:::|\.pm|/)|(?:use|require)\s+(?:Test|ok)\b|-M(?:Test|ok)|\bTAP::|\bApp::Prove|[\s/"'\x60]prove\s+-`,
    ),
  },
  {
    ...perl,
    what: sentence`what turns Perl's manuals into pages, and takes archives apart to look at them`,
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
    what: sentence`Perl's debugger`,
    files: inPerl(String.raw`perl5db\.pl$`, ''),
    names: /perl5db|PERL5DB|\bperl[\d.]*(?:[ \t]+-\S+)*[ \t]+-\w*d/,
  },
  {
    ...perl,
    what: sentence`what explains Perl's messages at length`,
    files: inPerl(String.raw`diagnostics\.pm$|pod/perldiag\.pod$`, 'splain'),
    names: /\b(?:use|require|no)\s+diagnostics\b|-[mM]diagnostics|\bdiagnostics(?:::|\.pm)|perldiag|\bsplain\b/,
    ownNames: computedModules,
  },
  {
    ...perl,
    what: sentence`what turns compiled Perl back into text (B::Deparse)`,
    files: inPerl(String.raw`B/Deparse\.pm$`, ''),
    names: /Deparse/,
    ownNames: computedModules,
  },
  {
    ...perl,
    what: sentence`the headers of C for Perl`,
    files: inPerl(String.raw`(?:[^/]+/)*[^/]+\.ph$`, ''),
    names: /\w\.ph\b/,
    ownNames: computedModules,
  },
  {
    ...perl,
    what: sentence`the names of characters for Perl`,
    files: inPerl(String.raw`unicore/Name\.p[lm]$`, ''),
    // PCRE says itself that it has no `\N{name}`.
    names: /\\N\{(?!U\+|name\})|charnames|unicore\/Name|\bUnicode(?:::|\/)(?:UCD|["'$])|\\p\{\s*na(?:me)?\s*[=:]/i,
    ownNames: computedModules,
  },
  {
    ...perl,
    what: sentence`what sorts by the rules of languages in Perl (Unicode::Collate)`,
    files: inPerl(String.raw`(?:auto/)?Unicode/Collate(?:\.pm$|/)`, ''),
    // The word alone stands in other programs too, which sort by themselves.
    names: /\bUnicode(?:::|\/)(?:Collate|["'$])/,
    ownNames: new RegExp(`\\bCollate\\b|${computedModules.source}`),
  },
  {
    ...perl,
    what: sentence`Perl's tables of Chinese, Japanese and Korean character sets`,
    files: inPerl(String.raw`(?:auto/)?Encode/(?:CN|JP|KR|TW)(?:\.pm$|/)`, ''),
    names: anyEncoding,
    ownNames: computedModules,
    silent: new RegExp(`${perl.silent.source}|${jsonOfCpan}`),
  },
];
