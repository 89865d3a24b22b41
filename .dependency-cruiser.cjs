/** The layers, as rules that fail the check. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-knows-nobody',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(shared/|node_modules/(zod|@orpc/contract)/)' },
    },
    {
      name: 'electron-in-the-shell-alone',
      comment: 'In plain Node, requiring electron starts a download.',
      severity: 'error',
      from: {
        path: '^(electron|shared|renderer)/',
        pathNot: '^electron/(main|preload|engine-process|keychain)\\.ts$|^electron/(shell/|bridge/electron\\.ts$)',
      },
      to: { path: '^(electron$|node_modules/electron/)' },
    },
    {
      name: 'below-the-shell',
      comment: 'What also runs without a window knows nothing of it.',
      severity: 'error',
      from: { path: '^electron/(engine|cli|serve|local|bridge)/' },
      to: { path: '^electron/((main|preload|engine-process|keychain)\\.ts$|shell/)' },
    },
    {
      name: 'engine-below-everything',
      severity: 'error',
      from: { path: '^electron/engine/' },
      to: { path: '^electron/(serve|dev)/' },
    },
    {
      name: 'engine-below-cli',
      severity: 'error',
      from: { path: '^electron/engine/' },
      to: { path: '^electron/(cli|bridge)/' },
    },
    {
      name: 'renderer-only-shared',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|e2e|scripts|templates)/' },
    },
    {
      name: 'detectors-are-pure',
      severity: 'error',
      from: { path: '^electron/engine/(detectors|plan)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(electron/engine/(remote|docker|jobs|bundle|payload|verify)|node_modules/(ssh2|dockerode)|(node:)?(fs|net|http|https|child_process))',
      },
    },
    {
      name: 'product-without-lab',
      severity: 'error',
      from: { path: '^(electron|shared|renderer)/' },
      to: { path: '^(e2e|scripts)/' },
    },
    {
      name: 'lab-without-engine',
      comment: 'The probes that judge share nothing with the code they judge; a Git server for tests is no such code.',
      severity: 'error',
      from: { path: '^(e2e|scripts)/' },
      to: { path: '^electron/', pathNot: '/testing/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(\\?raw$|^dclint/schemas/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '__fixtures__' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'node', 'default'], exportsFields: ['exports'] },
  },
};
