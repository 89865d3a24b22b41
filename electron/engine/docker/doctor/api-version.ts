import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { HostData } from './gather.ts';

/** Negotiated when the host was opened; a host with which that fails cannot be opened at all. */
export function apiVersion(data: HostData): DoctorCheck {
  return { id: 'api-version', title: sentence`API version`, level: 'ok', found: data.apiVersion, advice: '' };
}
