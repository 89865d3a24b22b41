import {
  IconBrandDocker,
  IconFile,
  IconFileCode,
  IconFileText,
  IconFolder,
  IconFolderOpen,
  IconSettings,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { VirtualTree } from '../../../components/virtual-tree/virtual-tree.tsx';
import { languageOf } from '../../../editor/language-of.ts';
import { useEditState, useGoTo, useWorkbench } from '../workbench-context.tsx';
import { stateKey } from './file-state.ts';
import { type FileNode, fileTree, firstOpen } from './file-tree.ts';
import { StateMark } from './state-mark.tsx';

/** The files of the project, each with whose it is now. */
export function ProjectTree({ filter }: { filter: string }) {
  const { t } = useTranslation();
  const { files } = useWorkbench();
  const open = useEditState((state) => state.files);
  const active = useEditState((state) => state.active);
  const goTo = useGoTo();
  const dirty = useMemo(
    () => new Set(Object.entries(open).flatMap(([path, file]) => (file.dirty ? [path] : []))),
    [open],
  );
  const dirtyKey = [...dirty].join('\n');
  const roots = useMemo(() => {
    const unsaved = new Set(dirtyKey.split('\n'));
    return fileTree(files, (file) => t(`edit.state.${stateKey(file, unsaved.has(file.path))}`));
  }, [files, dirtyKey, t]);
  const initiallyOpen = useMemo(() => firstOpen(files), [files]);
  return (
    <VirtualTree<FileNode>
      label={t('edit.side.files')}
      roots={roots}
      initiallyOpen={initiallyOpen}
      search={filter}
      selected={active}
      toggleBranches
      onSelect={({ file }) => file !== undefined && goTo(file.path)}
      icon={(node, isOpen) => <NodeIcon node={node} open={isOpen} />}
      detail={({ file }) => (file === undefined ? null : <StateMark state={stateKey(file, dirty.has(file.path))} />)}
    />
  );
}

function NodeIcon({ node, open }: { node: FileNode; open: boolean }) {
  if (node.children !== undefined) return open ? <IconFolderOpen size={16} /> : <IconFolder size={16} />;
  const language = languageOf(node.id);
  if (language === 'dockerfile') return <IconBrandDocker size={16} />;
  if (language === 'ini') return <IconSettings size={16} />;
  if (language === 'markdown' || language === 'plaintext') {
    return node.file?.kind === 'text' ? <IconFileText size={16} /> : <IconFile size={16} />;
  }
  return <IconFileCode size={16} />;
}
