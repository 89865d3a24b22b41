import type { ServerKnowledge } from '../failure.ts';
import { lineAt } from '../log/log-text.ts';
import { environmentPaths } from './environment-paths.ts';
import type { ModuleReader } from './module-reader.ts';

const missingClass = /Class ["']?([\w\\]+)["']? not found/g;
const missingFunction = /Call to undefined function (\w+)\(\)/g;

/** Extensions by the beginning of their functions' names, or by a class. */
const extensions: readonly (readonly [begins: RegExp, extension: string])[] = [
  [/^mb_/, 'mbstring'],
  [/^curl_/, 'curl'],
  [/^mysqli/i, 'mysqli'],
  [/^pg_/, 'pgsql'],
  [/^(?:image(?:create|color|png|jpeg)|gd_info)/, 'gd'],
  [/^(?:simplexml_|SimpleXML)/i, 'simplexml'],
  [/^(?:xml_|utf8_)/, 'xml'],
  [/^DOM/, 'dom'],
  [/^(?:bc(?:add|sub|mul|div|mod|pow|comp))/, 'bcmath'],
  [/^(?:ldap_)/, 'ldap'],
  [/^SoapClient|^SoapServer/, 'soap'],
  [/^ZipArchive|^zip_/, 'zip'],
  [/^Redis$/, 'redis'],
  [/^Memcached$/, 'memcached'],
  [/^(?:intl|Collator|NumberFormatter|IntlDateFormatter)/, 'intl'],
  [/^PDO$/, 'pdo'],
];

/** A class may be Composer's; a function or class of an extension is the extension's library, where the server has it. */
export const phpModules: ModuleReader = (text, server) => {
  const composer = environmentPaths(server, 'composer');
  return [...text.matchAll(missingClass), ...text.matchAll(missingFunction)].map((match) => {
    const extension = extensions.find(([begins]) => begins.test(match[1] ?? ''))?.[1];
    return {
      symptom: lineAt(text, match.index),
      candidates: [...extensionPaths(extension, server), ...(extension === undefined ? composer : [])],
    };
  });
};

/** `php8.2-mbstring` puts its configuration at a path that follows from its name. */
function extensionPaths(extension: string | undefined, server: ServerKnowledge): string[] {
  if (extension === undefined) return [];
  const versions = [...server.serverPackages.keys()].flatMap((name) => /^php(\d+\.\d+)-common$/.exec(name)?.[1] ?? []);
  return versions.map((version) => `/usr/share/php${version}-${extension}/${extension}/${extension}.ini`);
}
