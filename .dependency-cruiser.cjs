/** The layers, as rules that fail the check. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-knows-nobody',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: '^(shared/|node_modules/(zod|@orpc/contract)/)' },
    },
    {
      name: 'engine-without-electron',
      severity: 'error',
      from: { path: '^electron/(engine|cli)/' },
      to: { path: '^(electron$|node_modules/electron/|electron/(main|preload|keychain)|electron/bridge/electron)' },
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
      comment: 'The probes that judge share nothing with the code they judge.',
      severity: 'error',
      from: { path: '^(e2e|scripts)/' },
      to: { path: '^electron/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?raw$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '__fixtures__' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'node', 'default'], exportsFields: ['exports'] },
  },
};
