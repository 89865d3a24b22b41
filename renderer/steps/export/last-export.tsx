import { useTranslation } from 'react-i18next';
import type { LastExport as LastExportData } from '../../../shared/model/project.ts';
import { formatDate } from '../../components/format-date.ts';
import { ShowItem } from '../../components/show-item.tsx';
import { useProject } from '../../project/project.ts';
import { Exported } from './exported.tsx';
import { RepositoryLink } from './repository-link.tsx';

/** What left the machine this way last, also before this page was there. */
export function LastExport({ way }: { way: LastExportData['way'] }) {
  const { t, i18n } = useTranslation();
  const { lastExport } = useProject();
  if (lastExport?.way !== way) return null;
  const when = formatDate(lastExport.at, i18n.language, 'moment');
  if (lastExport.way === 'push') {
    const { commit, branch, url } = lastExport;
    return (
      <Exported text={t('export.lastPushed', { commit: commit.slice(0, 12), branch, url, when })}>
        <RepositoryLink remote={url} />
      </Exported>
    );
  }
  return (
    <Exported text={t('export.lastCopied', { target: lastExport.target, when })}>
      <ShowItem path={lastExport.target} />
    </Exported>
  );
}
