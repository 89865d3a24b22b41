import type { RepairRule } from './failure.ts';
import { addressNotAvailable } from './rules/address-not-available.ts';
import { daemonised } from './rules/daemonised.ts';
import { missingCapability } from './rules/missing-capability.ts';
import { missingCommand } from './rules/missing-command.ts';
import { missingDirectory } from './rules/missing-directory.ts';
import { missingFile } from './rules/missing-file.ts';
import { missingLibrary } from './rules/missing-library.ts';
import { missingLocale } from './rules/missing-locale.ts';
import { missingModule } from './rules/missing-module.ts';
import { nameNotResolved } from './rules/name-not-resolved.ts';
import { otherSurroundings } from './rules/other-surroundings.ts';
import { permissionDenied } from './rules/permission-denied.ts';
import { portInUse } from './rules/port-in-use.ts';
import { preparationFailed } from './rules/preparation-failed.ts';
import { readOnlyPath } from './rules/read-only-path.ts';
import { unknownUser } from './rules/unknown-user.ts';

/** Every rule, the most specific symptoms first: the first whose cure changes anything is applied. */
export const repairRules: readonly RepairRule[] = [
  missingLibrary,
  missingModule,
  unknownUser,
  missingCommand,
  missingFile,
  missingDirectory,
  readOnlyPath,
  missingCapability,
  permissionDenied,
  addressNotAvailable,
  portInUse,
  nameNotResolved,
  daemonised,
  otherSurroundings,
  preparationFailed,
  // A warning more often than the cause: last.
  missingLocale,
];
