import type { FileFact } from '../../../../../shared/model/facts.ts';
import type { Workload } from '../../../../../shared/model/plan.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import { slug } from '../../../../../shared/text/slug.ts';
import { isWithin } from '../../../detectors/support/paths.ts';
import { whySecretPath } from '../../../plan/secrets/find-secrets.ts';
import { covers } from './covers.ts';

/** Readable by everyone, in a mode. */
const OTHERS_READ = 0o004;

/** Where a file of the server goes, in words. */
export interface Placement {
  workload: Workload;
  /** `/srv/x of the server is added to the image.` */
  done: string;
}

/**
 * The workload with a file or directory of the server, put where such files belong: secrets apart, configuration
 * mounted, everything else into the image. The given workload where it has it already.
 */
export function addPath(workload: Workload, fact: FileFact, reason: string): Placement {
  const { path } = fact;
  if (covers(workload, path)) return { workload, done: sentence`${path} of the server is in the plan already.` };
  if (fact.type !== 'directory' && isSecret(fact)) {
    const secret = { kind: 'file' as const, name: slug(path), path, reason };
    return {
      workload: { ...workload, secrets: [...workload.secrets, secret] },
      done: sentence`${path} of the server is added to the secrets.`,
    };
  }
  const scope = fact.type === 'directory' ? ('tree' as const) : ('file' as const);
  if (isWithin(path, '/etc') && fact.type !== 'symlink' && fact.package === undefined) {
    return {
      workload: { ...workload, config: [...workload.config, { path, scope, reason }] },
      done: sentence`${path} of the server is added to the configuration.`,
    };
  }
  const include = [...workload.files.include, { path, scope, reason }];
  return {
    workload: { ...workload, files: { ...workload.files, include } },
    done: sentence`${path} of the server is added to the image.`,
  };
}

/** By its name, or because not everyone may read it where everyone reads what is public. */
function isSecret(fact: FileFact): boolean {
  if (whySecretPath(fact.path) !== undefined) return true;
  return isWithin(fact.path, '/etc') && fact.type === 'file' && (fact.mode & OTHERS_READ) === 0;
}
