import { sorted } from '../lists.ts';
import { firstGroups, type Language } from './language.ts';

const none = /^$/;

export const ruby: Language = {
  id: 'ruby',
  title: 'Ruby',
  programs: /^(j?ruby[\d.]*|puma|unicorn)$/,
  valueOptions: /^-[rCEI]$/,
  extensions: ['rb', 'ru'],
  companions: () => /^(ruby|ruby\d[\d.]*|libruby[\d.]*|rubygems-integration|ruby-rubygems)$/,
  imports: (text) => sorted(firstGroups(text, /^\s*require\s*\(?\s*['"]([\w./-]+)['"]/gm)),
  candidates: (_server, module, roots) =>
    [...roots, '/usr/lib/ruby/vendor_ruby', '/usr/local/lib/site_ruby'].map((directory) => `${directory}/${module}.rb`),
};

export const node: Language = {
  id: 'node',
  title: 'Node.js',
  programs: /^(node|nodejs)$/,
  valueOptions: /^(-r|--require|--import|--loader)$/,
  extensions: ['js', 'mjs', 'cjs'],
  companions: () => /^(nodejs|libnode\d*|nodejs-libs)$/,
  imports: (text) =>
    sorted(firstGroups(text, /(?:require\s*\(\s*|from\s+|import\s+)['"]((?:@[\w.-]+\/)?[A-Za-z][\w.-]*)[^'"]*['"]/g)),
  candidates: (_server, module, roots) => [
    ...roots.map((root) => `${root}/node_modules/${module}/package.json`),
    `/usr/share/nodejs/${module}/package.json`,
    `/usr/lib/nodejs/${module}/package.json`,
    `/usr/local/lib/node_modules/${module}/package.json`,
  ],
};

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
  imports: () => [],
  candidates: () => [],
};
