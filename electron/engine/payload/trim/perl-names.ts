import type { NamePattern } from './name-rule.ts';

/** Encodings that need no large table. */
const small = String.raw`(?:[Uu][Tt][Ff]-?(?:8|16|32)(?:-?(?:strict|[BbLl][Ee]))?|(?:[Uu][Ss]-)?[Aa][Ss][Cc][Ii]{2}|[Ii][Ss][Oo]-?8859-?\d+|[Ll]atin-?\d|(?:[Ww]indows-|[Cc][Pp]-?)125\d)`;
const smallArgument = String.raw`["']?${small}(?:["']|\s*=>|\s*\))`;
const functions = 'encode|decode|find_encoding|find_mime_encoding|resolve_alias|clone_encoding|str2bytes|bytes2str';
/** A call with another encoding, or with one that is known only when the program runs. */
const otherEncoding = String.raw`(?:${functions})(?:\s*\((?!\s*(?:${smallArgument}|\)))|[ \t]+(?!${smallArgument})["'$])`;

/** Methods and functions of other modules bear the same names; these are Encode's if the text says Encode at all. */
const imported = new RegExp(String.raw`(?<!->|::|[\w$@%]|\bsub\s)${otherEncoding}`);
const encode = /\bEncode\b/;
const byOtherMeans = new RegExp(
  [
    String.raw`\bEncode::${otherEncoding}`,
    String.raw`\bEncode(?:::|/)(?:["'$]|CN|JP|KR|TW|CJK|MIME|Guess)`,
    String.raw`\bfrom_to\s*\(`,
    String.raw`\\&(?:Encode::)?(?:de|en)code\b|=\s*Encode->can|Encode->can\([^)]*\)\s*(?:->|\()`,
    String.raw`:encoding\((?!${smallArgument})|:locale\b`,
    String.raw`\buse\s+encoding\b|\bencoding::(?!warnings)|-Mencoding`,
    String.raw`^=encoding[ \t]+(?!${small}\s)\w`,
    String.raw`\bDBM_Filter\b|\bFilter_(?:\w+_)?Push\b|\bLocale::Maketext::Simple\b|\b(?:piconv|encguess)\b`,
  ].join('|'),
  'm',
);

/** Perl code that may ask for an encoding other than those of Unicode, Latin letters and Windows in the West. */
export const anyEncoding: NamePattern = {
  test: (text) => byOtherMeans.test(text) || (encode.test(text) && imported.test(text)),
};

/** Perl code that loads modules whose names it puts together or reads from somewhere. */
export const computedModules =
  /\brequire\s*(?:\(\s*)?["']?\$|\buse\s+["']?\$|->require\b|\b(?:Module::(?:Load|Runtime|Pluggable)|Class::(?:Load|MOP)|UNIVERSAL::require|(?:use|require|load)_(?:module|class)|load_first_existing_class|try_load_class)\b/;
