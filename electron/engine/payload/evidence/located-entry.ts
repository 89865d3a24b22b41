import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import type { SpooledFile } from '../stream/spool.ts';

/** An entry with where its content lies on this machine. */
export interface LocatedEntry {
  entry: EvidenceEntry;
  local?: string;
  spooled?: SpooledFile;
  /** Set where the server has more than one name for the file. */
  inode?: string;
}
