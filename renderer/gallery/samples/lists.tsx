import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bytes } from '../../components/bytes.tsx';
import type { TableColumn } from '../../components/virtual-table/column.ts';
import { VirtualTable } from '../../components/virtual-table/virtual-table.tsx';
import type { TreeNode } from '../../components/virtual-tree/tree-node.ts';
import { VirtualTree } from '../../components/virtual-tree/virtual-tree.tsx';
import classes from '../gallery.module.css';
import { Sample } from '../sample.tsx';
import { makeFiles, makeTree, type SampleFile } from './many-files.ts';

const columns: TableColumn<SampleFile>[] = [
  { id: 'path', header: 'Path', value: ({ path }) => path, mono: true, filter: 'text' },
  { id: 'owner', header: 'Owner', value: ({ owner }) => owner, width: 140, filter: 'choice' },
  {
    id: 'size',
    header: 'Size',
    value: ({ size }) => size,
    cell: ({ size }) => <Bytes value={size} />,
    width: 110,
    align: 'right',
  },
];

/** Table and tree with few rows and with 200,000. */
export function ListSamples() {
  const { t } = useTranslation();
  const [many, setMany] = useState(false);
  const files = useMemo(() => makeFiles(many ? 200_000 : 400), [many]);
  const roots = useMemo(() => makeTree(files), [files]);
  return (
    <>
      <button type="button" onClick={() => setMany(true)}>
        200,000
      </button>
      <Sample name="VirtualTable">
        <div className={classes.frame}>
          <VirtualTable label="Files" rows={files} columns={columns} rowKey={({ path }) => path} />
        </div>
      </Sample>
      <Sample name="VirtualTree">
        <TreeSample roots={roots} searchLabel={t('components.tree.search')} />
      </Sample>
    </>
  );
}

function TreeSample({ roots, searchLabel }: { roots: readonly TreeNode[]; searchLabel: string }) {
  const [search, setSearch] = useState('');
  const [out, setOut] = useState<ReadonlySet<string>>(new Set(['/srv/1']));
  return (
    <div className={classes.frame}>
      <TextInput
        m={8}
        size="xs"
        aria-label={searchLabel}
        placeholder={searchLabel}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <VirtualTree
        label="Files"
        roots={roots}
        initiallyOpen={['/srv', '/srv/0']}
        search={search}
        check={{
          stateOf: (node) =>
            out.has(node.id) ? 'unchecked' : node.id === '/srv' && out.size > 0 ? 'mixed' : 'checked',
          toggle: (node) =>
            setOut(
              (before) =>
                new Set(before.has(node.id) ? [...before].filter((id) => id !== node.id) : [...before, node.id]),
            ),
        }}
        detail={(node) => (node.children === undefined ? 'read by the service' : null)}
      />
    </div>
  );
}
