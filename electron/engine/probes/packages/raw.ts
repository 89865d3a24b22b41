/** An installed package as its manager's database has it, before names are resolved. */
export interface RawPackage {
  manager: 'dpkg' | 'rpm' | 'apk';
  name: string;
  version: string;
  architecture: string;
  source: string;
  essential: boolean;
  /** Each need is a list of alternatives. */
  needs: string[][];
  provides: string[];
  /** Digest as the manager writes it, by path. */
  conffiles: ReadonlyMap<string, string>;
}
