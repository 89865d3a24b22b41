import { Badge, Tabs } from '@mantine/core';
import { lazy, Suspense, startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberFormat } from '../../../components/format-bytes.ts';
import { Loading } from '../../../components/loading.tsx';
import { CompareView } from '../compare/compare-view.tsx';
import { ConfigTable } from '../tables/config-table.tsx';
import { PackagesTable } from '../tables/packages-table.tsx';
import { PortsTable } from '../tables/ports-table.tsx';
import { ProcessesTable } from '../tables/processes-table.tsx';
import { SchedulesTable } from '../tables/schedules-table.tsx';
import { ServicesTable } from '../tables/services-table.tsx';
import { UsersTable } from '../tables/users-table.tsx';
import { GapsView } from './gaps-view.tsx';
import { Glance } from './glance.tsx';
import { LimitedAccess } from './limited-access.tsx';
import type { ViewProps } from './view-props.ts';
import classes from './views.module.css';

const ServerMapView = lazy(() =>
  import('../map/server-map-view.tsx').then((loaded) => ({ default: loaded.ServerMapView })),
);

const views = [
  'map',
  'services',
  'processes',
  'ports',
  'packages',
  'config',
  'schedules',
  'users',
  'gaps',
  'compare',
] as const;

type View = (typeof views)[number];

const contents: Record<View, (props: ViewProps) => React.ReactNode> = {
  map: (props) => <ServerMapView {...props} />,
  services: (props) => <ServicesTable {...props} />,
  processes: (props) => <ProcessesTable {...props} />,
  ports: (props) => <PortsTable {...props} />,
  packages: (props) => <PackagesTable {...props} />,
  config: (props) => <ConfigTable {...props} />,
  schedules: (props) => <SchedulesTable {...props} />,
  users: (props) => <UsersTable {...props} />,
  gaps: (props) => <GapsView {...props} />,
  compare: (props) => <CompareView {...props} />,
};

/** The server at a glance, and everything that was found. */
export function InventoryViews({ facts, services }: ViewProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('map');
  return (
    <div className={classes.views}>
      <Glance facts={facts} services={services} />
      {facts.access === 'user' ? <LimitedAccess /> : null}
      <Tabs
        value={view}
        onChange={(value) => startTransition(() => setView(views.find((one) => one === value) ?? 'map'))}
        keepMounted={false}
        className={classes.tabs}
      >
        <Tabs.List aria-label={t('inventory.tabs.label')}>
          {views.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              rightSection={one === 'gaps' && facts.gaps.length > 0 ? <Count count={facts.gaps.length} /> : null}
            >
              {t(`inventory.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {views.map((one) => (
          <Tabs.Panel key={one} value={one} className={classes.panel}>
            <Suspense fallback={<Loading lines={6} />}>{contents[one]({ facts, services })}</Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

function Count({ count }: { count: number }) {
  const { i18n } = useTranslation();
  return (
    <Badge size="sm" variant="light" color="gray">
      {numberFormat(i18n.language, 0).format(count)}
    </Badge>
  );
}
