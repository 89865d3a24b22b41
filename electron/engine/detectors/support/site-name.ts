import { basename } from './paths.ts';
import type { Server } from './server.ts';

/** Directory names that say nothing about the application in them. */
const general = /^(html|htdocs|www|web|public|public_html|default|cgi-bin|static|site|app|current|localhost)$/;

/**
 * A web server's workload is called after its application where it serves exactly one with a telling name
 * (`/srv/portal` → portal), for that is what people call it; else after its unit. An application that has a service of
 * its own keeps its name for that.
 */
export function siteNameOf(server: Server, applications: string[], unit: string): string {
  const names = new Set(applications.map(basename).filter((name) => !general.test(name)));
  const [only] = names;
  const isTelling = names.size === 1 && only !== undefined && server.unit(`${only}.service`) === undefined;
  return isTelling ? only : unit;
}
