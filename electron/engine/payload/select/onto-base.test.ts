import { describe, expect, it } from 'vitest';
import type { ImageEntry } from '../../docker/docker-host.ts';
import type { ServerEntry } from '../server/survey-output.ts';
import { ontoBase } from './onto-base.ts';

function base(tree: Record<string, string>): Map<string, ImageEntry> {
  const rights = { mode: 0o755, uid: 0, gid: 0, size: 0 };
  return new Map(
    Object.entries(tree).map(([path, target]) => [
      path,
      target === '' ? { type: 'directory', ...rights } : { type: 'symlink', linkTarget: target, ...rights },
    ]),
  );
}

function server(type: ServerEntry['type'], linkTarget?: string): ServerEntry {
  return {
    type,
    mode: 0o755,
    uid: 0,
    gid: 0,
    size: 0,
    mtime: 0,
    stamp: '',
    inode: '',
    links: 1,
    ...(linkTarget === undefined ? {} : { linkTarget }),
  };
}

const mergedUsr = base({ '/lib': 'usr/lib', '/usr': '', '/usr/lib': '', '/var': '', '/var/run': '/run', '/run': '' });
const splitUsr = base({ '/lib': '', '/usr': '', '/usr/lib': '' });

describe('ontoBase', () => {
  it('puts files and directories of a server with a split /usr below the merged one', () => {
    expect(ontoBase('/lib/x/libfoo.so', server('file'), mergedUsr)).toEqual({
      kind: 'place',
      path: '/usr/lib/x/libfoo.so',
    });
    expect(ontoBase('/lib', server('directory'), mergedUsr)).toEqual({ kind: 'place', path: '/usr/lib' });
    expect(ontoBase('/var/run', server('directory'), mergedUsr)).toEqual({ kind: 'place', path: '/run' });
  });

  it('never replaces a directory of the base by a link of the server', () => {
    expect(ontoBase('/lib', server('symlink', 'usr/lib'), splitUsr)).toMatchObject({ kind: 'keep-base', path: '/lib' });
  });

  it('takes links that lead to the same place for the same', () => {
    expect(ontoBase('/lib', server('symlink', '/usr/lib'), mergedUsr)).toEqual({ kind: 'keep-base', path: '/lib' });
    expect(ontoBase('/lib', server('symlink', 'usr/lib64'), mergedUsr)).toEqual({ kind: 'place', path: '/lib' });
  });

  it('leaves a path alone where the base has nothing', () => {
    expect(ontoBase('/srv/app', server('symlink', '/opt/app'), mergedUsr)).toEqual({ kind: 'place', path: '/srv/app' });
    expect(ontoBase('/lib/x', server('file'), new Map())).toEqual({ kind: 'place', path: '/lib/x' });
  });
});
