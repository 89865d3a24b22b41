import type { Facts } from '../../../shared/model/facts.ts';
import { ownValue } from '../../../shared/text/own-value.ts';

/** Months as `YYYY-MM`: when a release came out, and when its last free security updates end. */
export interface Support {
  released: string;
  ends: string;
}

/**
 * Releases that legacy servers run, by os-release's ID and VERSION_ID. Sources: the distributions' own life-cycle pages
 * (Debian with LTS, Ubuntu's five years of standard support, CentOS, Red Hat's maintenance phase, Alpine, SUSE's general
 * support).
 */
const releases: Readonly<Record<string, Readonly<Record<string, Support>>>> = {
  debian: {
    '7': { released: '2013-05', ends: '2018-05' },
    '8': { released: '2015-04', ends: '2020-06' },
    '9': { released: '2017-06', ends: '2022-06' },
    '10': { released: '2019-07', ends: '2024-06' },
    '11': { released: '2021-08', ends: '2026-08' },
    '12': { released: '2023-06', ends: '2028-06' },
    '13': { released: '2025-08', ends: '2030-06' },
  },
  ubuntu: {
    '12.04': { released: '2012-04', ends: '2017-04' },
    '14.04': { released: '2014-04', ends: '2019-04' },
    '16.04': { released: '2016-04', ends: '2021-04' },
    '18.04': { released: '2018-04', ends: '2023-05' },
    '20.04': { released: '2020-04', ends: '2025-05' },
    '22.04': { released: '2022-04', ends: '2027-04' },
    '24.04': { released: '2024-04', ends: '2029-04' },
  },
  centos: {
    '6': { released: '2011-07', ends: '2020-11' },
    '7': { released: '2014-07', ends: '2024-06' },
    '8': { released: '2019-09', ends: '2021-12' },
  },
  rhel: {
    '6': { released: '2010-11', ends: '2020-11' },
    '7': { released: '2014-06', ends: '2024-06' },
    '8': { released: '2019-05', ends: '2029-05' },
    '9': { released: '2022-05', ends: '2032-05' },
  },
  sles: {
    '11': { released: '2009-03', ends: '2019-03' },
    '12': { released: '2014-10', ends: '2024-10' },
    '15': { released: '2018-07', ends: '2031-07' },
  },
};

/** The life of a server's release; undefined for one that the table does not have. */
export function supportOf(os: Pick<Facts['os'], 'id' | 'versionId'>): Support | undefined {
  const ofSystem = ownValue(releases, os.id) ?? {};
  return ownValue(ofSystem, os.versionId) ?? ownValue(ofSystem, os.versionId.split('.')[0] ?? '');
}

/** Whether the last month of support is over. */
export function isOver({ ends }: Support, now: Date): boolean {
  return now.toISOString().slice(0, 7) > ends;
}
