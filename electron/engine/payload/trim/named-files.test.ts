import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mentionsIn } from './mentions.ts';
import { nameRules } from './name-rules.ts';
import { absentFiles, ruleFor, sleepingRules, wake, wakeByPlan } from './named-files.ts';
import { packageRequests } from './package-requests.ts';
import { serverWith, workloadOf } from './testing/packages.ts';
import { startTrimming } from './trimming.ts';

const core = '/usr/share/perl/5.36.0';
const builder = `${core}/ExtUtils/MakeMaker.pm`;
const driver = '/usr/lib/x86_64-linux-gnu/apr-util-1/apr_dbd_sqlite3-1.so';
const files = serverWith({
  'perl-modules': { [builder]: '-', [`${core}/JSON/PP.pm`]: '-' },
  apr: { [driver]: '-' },
});
const workload = workloadOf({ 'perl-modules': null, apr: null });

/** The rules whose names stand in a text. */
function namedIn(text: string) {
  return nameRules.filter(({ names }) => names.test(text));
}

describe('files that nothing opens but by name', () => {
  it('stay on the server while nothing names them', () => {
    const trimming = startTrimming(workload, files);
    const paths = packageRequests(workload, files, trimming).map(({ path }) => path);
    expect(paths).toEqual([`${core}/JSON/PP.pm`, driver]);
    expect(absentFiles([builder, driver], trimming)).toEqual([
      { what: 'what builds and installs Perl modules', paths: [builder] },
    ]);
  });

  it('come along as soon as something names them', () => {
    const trimming = startTrimming(workload, files);
    wake(namedIn('use ExtUtils::MakeMaker;'), trimming, new Set());
    expect(packageRequests(workload, files, trimming).map(({ path }) => path)).toContain(builder);
    expect(absentFiles([builder], trimming)).toEqual([]);
  });

  it('come along where the plan names them, be it in a variable of the environment', () => {
    const environment = [{ name: 'PERL5OPT', value: '-MTest::More', reason: 'test' }];
    const trimming = startTrimming(workload, files);
    wakeByPlan(workloadOf({ 'perl-modules': null }, { environment }), trimming);
    expect(ruleFor(`${core}/Test/More.pm`, 'absent', trimming)).toBeUndefined();
    expect(ruleFor(builder, 'absent', trimming)).toBeDefined();
  });

  it('all come along where the package manager installs', () => {
    const trimming = startTrimming({ ...workload, strategy: 'packages' }, files);
    expect(sleepingRules(trimming)).toEqual([]);
  });

  it('are looked into again if they were plug-ins taken for idle', () => {
    const trimming = startTrimming(workload, files);
    expect(ruleFor(driver, 'idle', trimming)).toBeDefined();
    trimming.idle.set(driver, ['libsqlite3.so.0']);
    const examined = new Set([driver]);
    wake(namedIn('\0apr_dbd_get_driver\0'), trimming, examined);
    expect([trimming.idle.size, examined.size]).toEqual([0, 0]);
    expect(ruleFor(driver, 'idle', trimming)).toBeUndefined();
  });
});

describe('what counts as naming', () => {
  it.each([
    ['use IPC::Cmd qw(can_run);', builder],
    ['use File::Fetch;', builder],
    ['perl -MCPAN -e shell', `${core}/CPAN.pm`],
    ['require "ExtUtils/Installed.pm"', `${core}/ExtUtils/Installed.pm`],
    ['use Module::Build; # which tests as well', `${core}/TAP/Harness.pm`],
    ['use Test::More tests => 3;', `${core}/Test/Builder.pm`],
    ['exec "/usr/bin/prove", "-l"; prove -l', `${core}/App/Prove.pm`],
    ['$Module::Load::Conditional::DEPRECATED = 1;', `${core}/Module/CoreList.pm`],
    ['#!/usr/bin/perl -wd', `${core}/perl5db.pl`],
    ["my $sorter = 'Unicode::Collate'->new", `${core}/Unicode/Collate/allkeys.txt`],
    ['my $sorter = "Unicode::$kind"->new', '/usr/lib/x86_64-linux-gnu/perl/5.36.0/auto/Unicode/Collate/Collate.so'],
    ['use Encode; decode($charset, $body)', '/usr/lib/x86_64-linux-gnu/perl/5.36.0/auto/Encode/JP/JP.so'],
    ["binmode STDIN, ':encoding(gb2312)'", '/usr/lib/x86_64-linux-gnu/perl/5.36.0/Encode/CN/HZ.pm'],
    ['use charnames ":full";', `${core}/unicore/Name.pl`],
    ['print "\\N{GREEK SMALL LETTER ALPHA}";', `${core}/unicore/Name.pm`],
    ['/^\\p{na=SPACE}/', `${core}/unicore/Name.pl`],
    ['use Unicode::UCD qw(charinfo);', `${core}/unicore/Name.pl`],
    ['use diagnostics;', `${core}/pod/perldiag.pod`],
    ['perl -Mdiagnostics=-verbose', `${core}/diagnostics.pm`],
    ['$Data::Dumper::Deparse = 1;', `${core}/B/Deparse.pm`],
    ['require "sys/syscall.ph";', '/usr/lib/x86_64-linux-gnu/perl/5.36.0/sys/syscall.ph'],
    ['\0apr_crypto_get_driver\0', '/usr/lib/x86_64-linux-gnu/apr-util-1/apr_crypto_openssl-1.so'],
    ['\0libperl.so.5.36\0', '/usr/lib/x86_64-linux-gnu/libperl.so.5.36'],
    ['#!/usr/bin/perl5.36-x86_64-linux-gnu', '/usr/bin/perl5.36-x86_64-linux-gnu'],
    ['import pydoc', '/usr/lib/python3.11/pydoc_data/topics.py'],
    ['from lib2to3 import refactor', '/usr/lib/python3.11/lib2to3/refactor.py'],
    ['\0apr_ldap_init\0', '/usr/lib64/apr-util-1/apr_ldap-1.so'],
  ])('%s: %s', (text, path) => {
    const rules = nameRules.filter((rule) => rule.files.test(path));
    expect(rules).toHaveLength(1);
    expect(namedIn(text)).toEqual(expect.arrayContaining(rules));
  });

  it.each([
    `${core}/IPC/Cmd.pm`,
    `${core}/Pod/Usage.pm`,
    `${core}/unicore/UCD.pl`,
    '/usr/share/perl5/Test/Deep.pm',
    '/srv/app/lib/ExtUtils/Own.pm',
    '/usr/lib/x86_64-linux-gnu/perl/5.36.0/auto/Encode/Byte/Byte.so',
    '/usr/lib/x86_64-linux-gnu/perl/5.36.0/Encode/MIME/Header.pm',
    '/usr/lib/x86_64-linux-gnu/perl/5.36.0/auto/Unicode/Normalize/Normalize.so',
    '/usr/share/perl5/Encode/JP/Mobile.pm',
    '/usr/lib/x86_64-linux-gnu/apr-util-1/apr_dbm_db-1.so',
  ])('no rule is about %s', (path) => {
    expect(nameRules.filter((rule) => rule.files.test(path))).toEqual([]);
  });

  it.each(['/usr/bin/python3.13', '/usr/bin/pydoc3', '/srv/app/venv/bin/activate.csh'])(
    '%s says nothing of help',
    (path) => {
      const rules = nameRules.filter((rule) => rule.files.test('/usr/lib/python3.13/pydoc_data/topics.py'));
      expect(rules.map(({ silent }) => silent.test(path))).toEqual([true]);
      expect(rules.map(({ silent }) => silent.test('/srv/app/venv/bin/docs'))).toEqual([false]);
    },
  );

  it('does not take a language or a site for a tool of that name', () => {
    expect(
      namedIn('See https://www.cpan.org/ to prove it; perl -w; perl -Mstrict -e 1; "\\N{U+263A}"; diagnostics'),
    ).toEqual([]);
  });

  it('is more in the application itself, where a name may be put together', async () => {
    const script = join(mkdtempSync(join(tmpdir(), 'slipway-names-')), 'index.cgi');
    writeFileSync(script, 'my $format = shift; eval "require $format" or die;');
    const wokenBy = async (isOwn: boolean) => (await mentionsIn(script, 100, nameRules, isOwn)).rules;
    const modules = `${core}/Unicode/Collate/Locale/ja.pl`;
    expect([...(await wokenBy(true))].some((rule) => rule.files.test(modules))).toBe(true);
    expect((await wokenBy(false)).size).toBe(0);
    rmSync(dirname(script), { recursive: true });
  });

  it('is looked up in large texts as well', async () => {
    const { rules } = await mentionsIn(new URL(import.meta.url).pathname, 2 * 1024 * 1024, nameRules, false);
    expect([...rules].map(({ what }) => what)).toContain("Perl's debugger");
  });
});
