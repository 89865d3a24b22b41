import { sorted } from '../lists.ts';
import { resolvePath } from '../paths.ts';
import { firstGroups, type Language } from './language.ts';

export const python: Language = {
  id: 'python',
  title: 'Python',
  programs: /^(python|pypy)[\d.]*$/,
  valueOptions: /^-[WXQ]$/,
  extensions: ['py', 'wsgi'],
  companions(program) {
    const version = /(\d\.\d+)$/.exec(program)?.[1]?.replace('.', '\\.') ?? '3\\.\\d+';
    return new RegExp(`^(lib)?python(${version}|3)(-minimal|-stdlib|-libs)?$`);
  },
  imports(text) {
    const plain = firstGroups(text, /^[ \t]*import[ \t]+([\w., \t]+)/gm).flatMap((list) =>
      list.split(',').map((name) => name.trim().split(/\s/)[0] ?? ''),
    );
    const from = firstGroups(text, /^[ \t]*from[ \t]+([A-Za-z_][\w.]*)[ \t]+import/gm);
    return sorted([...[...plain, ...from].filter((name) => /^[A-Za-z_][\w.]*$/.test(name)), ...relative(text)]);
  },
  candidates(server, module, roots) {
    if (module.startsWith('.')) return besideIt(module, roots);
    const [top = module] = module.split('.');
    const own = module.replaceAll('.', '/');
    const inRoots = roots.flatMap((root) => [`${root}/${own}.py`, `${root}/${own}/__init__.py`]);
    const told = server.facts.languages.filter((entry) => entry.kind === 'python-path').map((entry) => entry.path);
    const directories = new Set(['/usr/lib/python3/dist-packages', ...told]);
    const inSystem = [...directories].flatMap((directory) => [
      `${directory}/${top}/__init__.py`,
      `${directory}/${top}.py`,
    ]);
    return [...inRoots, ...inSystem];
  },
};

/** `from .db import x` and `from . import a, b` as paths from the file that says so: `./db`, `./a`. */
function relative(text: string): string[] {
  return [...text.matchAll(/^[ \t]*from[ \t]+(\.+)([\w.]*)[ \t]+import[ \t]+\(?([\w, \t]*)/gm)].flatMap(
    ([, dots = '.', module = '', names = '']) => {
      const up = dots.length === 1 ? './' : '../'.repeat(dots.length - 1);
      const modules = module === '' ? names.split(',').map((name) => name.trim().split(/\s/)[0] ?? '') : [module];
      return modules.filter((name) => name !== '').map((name) => `${up}${name.replaceAll('.', '/')}`);
    },
  );
}

function besideIt(module: string, [directory = '/']: string[]): string[] {
  const path = resolvePath(directory, module);
  return [`${path}.py`, `${path}/__init__.py`];
}
