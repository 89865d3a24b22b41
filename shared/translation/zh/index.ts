import type { Catalogue } from '../translator.ts';
import bundle from './bundle.json';
import containers from './containers.json';
import demo from './demo.json';
import detectors from './detectors.json';
import docker from './docker.json';
import editor from './editor.json';
import generate from './generate.json';
import jobs from './jobs.json';
import local from './local.json';
import machine from './machine.json';
import payload from './payload.json';
import plan from './plan.json';
import probes from './probes.json';
import projects from './projects.json';
import remote from './remote.json';
import renderer from './renderer.json';
import verify from './verify.json';

/** One file a folder, mostly of the engine, for what is said there first. */
export const zh: Catalogue = {
  ...bundle,
  ...containers,
  ...demo,
  ...detectors,
  ...docker,
  ...editor,
  ...generate,
  ...jobs,
  ...local,
  ...machine,
  ...payload,
  ...plan,
  ...probes,
  ...projects,
  ...remote,
  ...renderer,
  ...verify,
};
