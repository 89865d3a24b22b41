/** A package manager's record inside an image. */
export interface PackageRecord {
  path: string;
  text: string;
}

const apkRecords = new Set(['/lib/apk/db/installed', '/usr/lib/apk/db/installed']);

/** Whether a file says which packages an image has: dpkg's status, a distroless image's status.d, apk's database. */
export function isPackageRecord(path: string): boolean {
  if (path === '/var/lib/dpkg/status' || apkRecords.has(path)) return true;
  return /^\/var\/lib\/dpkg\/status\.d\/[^/]+$/.test(path) && !path.endsWith('.md5sums');
}

/** Names of the packages that are installed, not only known. */
export function installedPackages(records: PackageRecord[]): Set<string> {
  return new Set(records.flatMap(({ path, text }) => (apkRecords.has(path) ? apkPackages(text) : dpkgPackages(text))));
}

function dpkgPackages(text: string): string[] {
  return text.split(/\n\n+/).flatMap((paragraph) => {
    const name = /^Package: (\S+)/m.exec(paragraph)?.[1];
    // status.d has no Status line: what stands there is in the image.
    const status = /^Status: (.*)$/m.exec(paragraph)?.[1] ?? 'install ok installed';
    return name !== undefined && / installed$/.test(status) ? [name] : [];
  });
}

function apkPackages(text: string): string[] {
  return [...text.matchAll(/^P:(\S+)$/gm)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
}
