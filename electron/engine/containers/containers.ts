import type { Containers } from './watch-runs.ts';

export type { Containers };

/** The containers of projects' last runs. What talks to Docker is loaded when it is first asked for. */
export function createContainers(): Containers {
  let loading: Promise<Containers> | undefined;
  const loaded = (): Promise<Containers> => {
    loading ??= import('./watch-runs.ts').then(({ watchRuns }) => watchRuns());
    return loading;
  };
  return {
    connect: async (input, job) => (await loaded()).connect(input, job),
    list: async (input) => (await loaded()).list(input),
    stats: async function* (input, signal) {
      yield* (await loaded()).stats(input, signal);
    },
    logs: async function* (input, signal) {
      yield* (await loaded()).logs(input, signal);
    },
    stop: async (input) => (await loaded()).stop(input),
    start: async (input) => (await loaded()).start(input),
    layers: async (input) => (await loaded()).layers(input),
    shell: async function* (input, signal) {
      yield* (await loaded()).shell(input, signal);
    },
    type: async (input) => (await loaded()).type(input),
    resize: async (input) => (await loaded()).resize(input),
  };
}
