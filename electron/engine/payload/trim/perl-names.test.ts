import { describe, expect, it } from 'vitest';
import { anyEncoding, computedModules } from './perl-names.ts';

describe('Perl code that may ask for any encoding', () => {
  it.each([
    'use Encode; my $text = decode($charset, $body);',
    "use Encode qw(encode); print encode('euc-jp', $text);",
    'use Encode; print encode "shiftjis", $text;',
    "require Encode; Encode::decode('MIME-Header', $subject)",
    'Encode::find_encoding($name)->decode($octets)',
    "Encode::find_encoding( 'big5' )",
    'use Encode; my @all = map { &decode($_, $octets) } @suspects;',
    'Encode::from_to($data, "utf8", "gb2312");',
    'use Encode::Guess qw/euc-jp shiftjis 7bit-jis/;',
    'my $class = "Encode::$language"; eval "require $class";',
    'require "Encode/" . $language . ".pm"; require "Encode/$x.pm"',
    'my $call = \\&Encode::decode; $call->($charset, $octets)',
    'Encode->can("decode")->($charset, $octets)',
    'open my $file, "<:encoding($charset)", $path;',
    "binmode STDOUT, ':encoding(' . $charset . ')';",
    "use open IN => ':encoding(iso-2022-jp)';",
    "use open ':std', ':locale';",
    "use encoding 'euc-kr';",
    '=encoding euc-jp\n',
    "$db->Filter_Push('encode', 'big5');",
    'system "piconv", "-f", $from;',
  ])('%s', (text) => expect(anyEncoding.test(text)).toBe(true));
});

describe('Perl code that asks only for small encodings, or for none', () => {
  it.each([
    "use Encode qw(encode decode find_encoding); decode('UTF-8', $body); encode( 'iso-8859-15', $text )",
    'use Encode; decode_utf8($body); Encode::is_utf8($value); encode "utf8", $text;',
    'return Encode::decode(utf8 => $value);',
    'Encode::find_encoding("UTF-16LE")->decode($octets, Encode::FB_QUIET())',
    "eval 'require Encode; 1;' unless Encode->can('decode');",
    'use Encode; my $json = JSON->new; $json->decode($text); MIME::Base64::decode($text);',
    'my $data = decode($charset, $octets);',
    'use Encode; sub decode ($self) { 1 }',
    'binmode STDOUT, ":encoding(UTF-8)"; open my $in, "<:encoding(cp1252)", $path; # :utf8',
    '=encoding utf8\n',
    '\n=encoding \0\0\0',
    '  use Encode;\n=head2 decode\n\n    $object = $json->decode($text)',
    'no encoding::warnings;',
    '# Encode control characters',
  ])('%s', (text) => expect(anyEncoding.test(text)).toBe(false));

  it('takes its time from the length of the text alone', () => {
    const hostile = 'Encode encode( '.repeat(50_000) + 'decode'.padEnd(500_000);
    expect(anyEncoding.test(hostile.replaceAll('encode( ', 'encode) '))).toBe(false);
  });
});

describe('modules whose names are put together', () => {
  it.each([
    'eval "require $class" or die;',
    'require $file;',
    'eval "use $module; 1"',
    '$class->require or die',
    'use Module::Runtime qw(use_module);',
    'Class::Load::load_class($name)',
  ])('%s', (text) => expect(computedModules.test(text)).toBe(true));

  it.each(['require "config.pl";', 'use strict;', 'require 5.010;', 'require My::Plugin;'])('not %s', (text) =>
    expect(computedModules.test(text)).toBe(false),
  );
});
