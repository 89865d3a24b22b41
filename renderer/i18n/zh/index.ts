import app from './app.json';
import common from './common.json';
import components from './components.json';
import connect from './connect.json';
import dockerfile from './dockerfile.json';
import edit from './edit.json';
import errors from './errors.json';
import exporting from './export.json';
import inventory from './inventory.json';
import jobs from './jobs.json';
import plan from './plan.json';
import questions from './questions.json';
import run from './run.json';
import start from './start.json';

/** One file an area: a new area is added here, and in the other languages' registries. */
export const zh = {
  app,
  common,
  components,
  connect,
  dockerfile,
  edit,
  errors,
  export: exporting,
  inventory,
  jobs,
  plan,
  questions,
  run,
  start,
};
