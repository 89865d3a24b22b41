import { sentence } from '../../../../shared/text/sentence.ts';
import { type ConfigurationNeeds, configurationNeeds } from '../support/configuration.ts';
import { foregroundOf } from '../support/daemon.ts';
import { databaseOf } from '../support/databases.ts';
import { uniqueBy } from '../support/lists.ts';
import { startPart, type WorkloadPart } from '../support/part.ts';
import { basename, isWithin } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import { plainSitesOf } from '../support/sites.ts';

/** A program as it runs today; everything else is what the planner finds for every service. */
export function planNative(server: Server, tree: ProcessTree): WorkloadPart {
  const program = tree.root.exe ?? tree.root.argv[0] ?? tree.root.comm;
  const { command, commandReason, follow, notes } = foregroundOf(server, tree);
  const part = startPart({
    title: tree.unit?.description || sentence`${basename(program)} (a program)`,
    name: tree.unit?.name.replace(/\.service$/, '') ?? basename(program),
    command,
    commandReason,
  });
  const stateful = databaseOf(program);
  const needs = configurationNeeds(server, tree, [part.name.replace(/@.*$/, ''), basename(program)]);
  return {
    ...part,
    ...(stateful ? withStore(server, needs) : needs),
    ...(follow && { follow }),
    ...(stateful && { stateful }),
    // SIGTERM makes it load its applications anew.
    ...(/^uwsgi/.test(basename(program)) && { stopSignal: 'SIGINT' }),
    sites: plainSitesOf(server, tree, speaksHttp(server, tree) ? 'web' : 'unknown'),
    notes: [...notes, ...replacedNote(tree)],
  };
}

/**
 * A program that keeps state keeps it where its configuration says: mailboxes in /srv/mail are no application, and belong
 * into a volume.
 */
function withStore(server: Server, needs: ConfigurationNeeds): ConfigurationNeeds {
  const isStore = ({ path }: { path: string }) => stores.test(path) && server.lookAt(path)?.type === 'directory';
  const found = needs.mentions.filter(isStore);
  const outermost = found.filter(
    ({ path }) => !found.some((other) => other.path !== path && isWithin(path, other.path)),
  );
  return {
    ...needs,
    applications: [],
    mentions: needs.mentions.filter((mention) => !isStore(mention)),
    data: uniqueBy([...outermost, ...needs.data], ({ path }) => path),
  };
}

/** Where a daemon's programs never are. */
const stores = /^\/(?:(?:srv|home|data|mnt|media|export)\/[^/]+|var\/(?:v?mail|(?:spool|lib|opt)\/[^/]+))/;

/** Programs whose trade is HTTP, on whatever port. */
const webPrograms =
  /^(uwsgi.*|varnishd|caddy|traefik|icecast2?|cupsd|influxd|grafana(-server)?|prometheus|alertmanager|.*_exporter|gitea|forgejo|minio|nginx|lighttpd|h2o|thttpd|mini_httpd|boa|monkey|webfsd|hiawatha|cherokee|couchdb|elasticsearch|meilisearch|victoria-metrics.*)$/;

/** A program of no package is looked through; of a package's its name tells. */
function speaksHttp(server: Server, tree: ProcessTree): boolean {
  const { exe } = tree.root;
  if (webPrograms.test(basename(exe ?? tree.root.argv[0] ?? ''))) return true;
  return exe !== undefined && server.lookAt(exe) !== undefined && !server.ownerOf(exe) && server.speaksHttp(exe);
}

function replacedNote(tree: ProcessTree): string[] {
  if (!tree.root.exeDeleted) return [];
  return [
    sentence`${tree.root.exe} was replaced on disk after the service started: the image gets the new file, the server runs the old one.`,
  ];
}
