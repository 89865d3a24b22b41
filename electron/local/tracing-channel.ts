import diagnostics from 'node:diagnostics_channel';

// Node.js before 18.19, as older releases of Electron bring it, has no tracing channels; pino traces through one whether
// or not anybody listens, so there it gets one that nobody listens to.
if (!('tracingChannel' in diagnostics))
  Object.assign(diagnostics, { tracingChannel: () => ({ traceSync, hasSubscribers: false }) });

function traceSync(traced: (...args: unknown[]) => unknown, _: unknown, self: unknown, ...args: unknown[]): unknown {
  return traced.apply(self, args);
}
