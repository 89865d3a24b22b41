import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { altKey, commandKey } from './command-key.ts';
import { useCommandState } from './command-state.ts';

/** All shortcuts on one page, opened by `?`. */
export function ShortcutsHelp() {
  const { t } = useTranslation();
  const { shortcutsShown, showShortcuts } = useCommandState();
  const rows = [
    { what: t('app.shortcuts.commands'), keys: [commandKey('K')] },
    { what: t('app.shortcuts.steps'), keys: [altKey('1'), altKey('7')] },
    { what: t('app.shortcuts.search'), keys: ['/'] },
    { what: t('app.shortcuts.rows'), keys: ['↑', '↓', 'Home', 'End'] },
    { what: t('app.shortcuts.expand'), keys: ['←', '→'] },
    { what: t('app.shortcuts.mark'), keys: ['Space'] },
    { what: t('app.shortcuts.parts'), keys: ['F6'] },
    { what: t('app.shortcuts.cancel'), keys: ['Esc'] },
    { what: t('app.shortcuts.help'), keys: ['?'] },
  ];
  return (
    <Modal
      opened={shortcutsShown}
      onClose={() => showShortcuts(false)}
      title={t('app.shortcuts.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Table>
        <Table.Tbody>
          {rows.map(({ what, keys }) => (
            <Table.Tr key={what}>
              <Table.Td>{what}</Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {keys.map((key) => (
                  <Kbd key={key} ml={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
