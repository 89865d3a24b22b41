/**
 * dockerfile-ast looks for a byte order mark with Node's `Buffer.from(text, 'UTF-8')`. That one call is all it needs of
 * Node; it must be there before the module runs, hence a file of its own that is imported first.
 */
const encoder = new TextEncoder();

Object.assign(globalThis, { Buffer: { from: (text: string) => encoder.encode(text) } });
