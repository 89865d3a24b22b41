import { sorted } from '../lists.ts';
import { resolvePath } from '../paths.ts';
import { firstGroups, type Language } from './language.ts';

const none = /^$/;

/** Where the packages and the administrator put libraries. */
const rubyDirectories = ['/usr/lib/ruby/vendor_ruby', '/usr/local/lib/site_ruby'];

export const ruby: Language = {
  id: 'ruby',
  title: 'Ruby',
  programs: /^(j?ruby[\d.]*|puma|unicorn)$/,
  valueOptions: /^-[rCEI]$/,
  extensions: ['rb', 'ru'],
  companions: () => /^(ruby|ruby\d[\d.]*|libruby[\d.]*|rubygems-integration|ruby-rubygems)$/,
  imports: (text) =>
    sorted([
      ...firstGroups(text, /^\s*require\s*\(?\s*['"]([\w./-]+)['"]/gm),
      ...firstGroups(text, /^\s*require_relative\s*\(?\s*['"]([\w./-]+)['"]/gm).map((path) => `./${path}`),
    ]),
  candidates: (_server, module, roots) =>
    module.startsWith('.')
      ? [`${resolvePath(roots[0] ?? '/', module.replace(/\.rb$/, ''))}.rb`]
      : [...roots, ...rubyDirectories].map((directory) => `${directory}/${module}.rb`),
  packagesOf: gemPackages,
};

/** Debian's Ruby policy: the gem `net-http-persistent`, loaded as `net/http/persistent`, is `ruby-net-http-persistent`. */
function gemPackages(module: string): string[] {
  if (!/^[a-z][\w/-]*$/.test(module)) return [];
  const names = module.split('/').map((_name, index, all) => all.slice(0, all.length - index).join('-'));
  return names.flatMap((name) =>
    [name, name.replaceAll('_', '-'), name.replaceAll('_', '')].map((gem) => `ruby-${gem}`),
  );
}

export const node: Language = {
  id: 'node',
  title: 'Node.js',
  programs: /^(node|nodejs)$/,
  valueOptions: /^(-r|--require|--import|--loader)$/,
  extensions: ['js', 'mjs', 'cjs'],
  companions: () => /^(nodejs|libnode\d*|nodejs-libs)$/,
  imports: (text) =>
    sorted([
      ...firstGroups(text, /(?:require\s*\(\s*|from\s+|import\s+)['"]((?:@[\w.-]+\/)?[A-Za-z][\w.-]*)[^'"]*['"]/g),
      ...firstGroups(text, /(?:require\s*\(\s*|from\s+|import\s+)['"](\.{1,2}\/[\w./-]+)['"]/g),
    ]),
  candidates: (_server, module, roots) =>
    module.startsWith('.')
      ? ['', '.js', '.mjs', '.cjs', '/index.js'].map((ending) => `${resolvePath(roots[0] ?? '/', module)}${ending}`)
      : nodePackages(module, roots),
};

/** Debian's packages put modules under /usr/share/nodejs, npm puts global ones under /usr/local. */
function nodePackages(module: string, roots: string[]): string[] {
  return [
    ...roots.map((root) => `${root}/node_modules/${module}/package.json`),
    `/usr/share/nodejs/${module}/package.json`,
    `/usr/lib/nodejs/${module}/package.json`,
    `/usr/local/lib/node_modules/${module}/package.json`,
  ];
}

export const java: Language = {
  id: 'java',
  title: 'Java',
  programs: /^java$/,
  valueOptions: /^(-cp|-classpath|--class-path|-p|--module-path|--add-(opens|exports|modules|reads))$/,
  extensions: ['jar', 'war'],
  companions: () => /^(openjdk-\d+-jre(-headless)?|java-common|ca-certificates-java)$/,
  imports: () => [],
  candidates: () => [],
};

export const php: Language = {
  id: 'php',
  title: 'PHP',
  programs: /^php(\d(\.\d+)?)?(-cli|-cgi)?$/,
  valueOptions: /^-[cdSt]$/,
  extensions: ['php'],
  companions: () => /^php(\d\.\d+)?-(cli|common|opcache)$/,
  imports: () => [],
  candidates: () => [],
};

export const shell: Language = {
  id: 'shell',
  title: 'Shell',
  programs: /^(sh|dash|ash|bash|ksh|mksh|zsh|busybox)$/,
  valueOptions: /^-[oO]$/,
  extensions: ['sh'],
  companions: () => none,
  imports: commandsIn,
  candidates: (_server, command) => commandDirectories.map((directory) => `${directory}/${command}`),
};

const commandDirectories = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/usr/sbin', '/sbin'];
/** Words of sh(1) itself. */
const builtIn =
  /^(if|then|else|elif|fi|for|while|until|do|done|case|esac|in|function|echo|printf|read|cd|set|unset|export|local|exit|return|shift|test|true|false|eval|exec|trap|wait|type|command|umask|ulimit|break|continue)$/;
const mostCommands = 60;

/** Words where a shell expects a command; what is none has no file and falls out. */
function commandsIn(text: string): string[] {
  const code = text.replace(/^\s*#.*$/gm, '');
  const words = firstGroups(
    code,
    /(?:^|[|;&(`]|\b(?:then|do|else|if|while|exec|command|sudo)\s)\s*([a-z][\w.+-]*)(?=\s|$|[;|&)`])/gm,
  );
  return sorted(words.filter((word) => !builtIn.test(word))).slice(0, mostCommands);
}
