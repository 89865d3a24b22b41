import type { RunningServer } from '../lab/start-server.ts';
import { connectPage } from './connect-page.ts';
import { startPage } from './start-page.ts';
import type { WizardPage } from './wizard-page.ts';

interface Hosts {
  server: RunningServer;
  dockerHost: string;
}

/** Makes a project and tells it its server and its Docker host, as every migration begins. */
export async function connectProject(
  wizard: WizardPage,
  { name, folder, ...hosts }: Hosts & { name: string; folder: string },
): Promise<void> {
  await startPage(wizard).create(name, folder);
  await connectHosts(wizard, hosts);
}

export async function connectHosts(wizard: WizardPage, { server, dockerHost }: Hosts): Promise<void> {
  const connect = connectPage(wizard);
  await connect.fillServer(server);
  await connect.testServer();
  await connect.acceptHostKey();
  await connect.connected(server.name);
  await connect.chooseDocker(dockerHost);
}
