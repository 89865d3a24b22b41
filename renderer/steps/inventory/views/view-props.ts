import type { Facts } from '../../../../shared/model/facts.ts';
import type { Service } from '../../../../shared/model/service.ts';

/** What every view of the inventory shows: a scan, and the services that were made out in it. */
export interface ViewProps {
  facts: Facts;
  services: readonly Service[];
}
