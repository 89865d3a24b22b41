import { sentence } from '../../../../shared/text/sentence.ts';
import type { NameRule } from './name-rule.ts';
import { perlRules } from './perl-rules.ts';

const apacheUtilities: Pick<NameRule, 'silent' | 'unnamed'> = {
  // The server hands every function of the library on to its modules.
  silent: /^\/usr\/sbin\/(?:apache2|httpd)$|\/libaprutil-1\.so[\d.]*$/,
  unnamed: 'idle',
};
const python: Pick<NameRule, 'silent' | 'unnamed'> = {
  // The interpreter's own help, a developer's tool, and what a person reads into a shell.
  silent: /^\/usr\/lib\/python3[\d.]*\/|^\/usr\/bin\/(?:python|pydoc|pygettext)3[\d.]*$|\/bin\/activate(?:\.\w+)?$/,
  unnamed: 'absent',
};

/** See docs/decisions/0003-needed-libraries.md for what may stand here. */
export const nameRules: readonly NameRule[] = [
  ...perlRules,
  {
    ...python,
    what: sentence`the texts that Python's interactive help shows`,
    files: /^\/usr\/lib\/python3[\d.]*\/pydoc_data\//,
    names: /\bpydoc/,
  },
  {
    ...python,
    what: sentence`the translator from Python 2 to 3`,
    files: /^\/usr\/lib\/python3[\d.]*\/lib2to3\//,
    names: /2to3/,
  },
  {
    ...apacheUtilities,
    what: sentence`the Apache utilities' drivers of databases`,
    files: /\/apr-util-1\/apr_dbd_[\w.-]+\.so$/,
    names: /apr_dbd_(?:init|get_driver|open)/,
  },
  {
    ...apacheUtilities,
    what: sentence`the Apache utilities' drivers of encryption`,
    files: /\/apr-util-1\/apr_crypto_[\w.-]+\.so$/,
    names: /apr_crypto_(?:init|get_driver|make|key|block)/,
  },
  {
    ...apacheUtilities,
    what: sentence`the Apache utilities' driver of LDAP`,
    files: /\/apr-util-1\/apr_ldap[\w.-]*\.so$/,
    names: /apr_ldap_/,
  },
];
