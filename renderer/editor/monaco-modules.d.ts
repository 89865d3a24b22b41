// Modules of Monaco that come without types.

declare module 'monaco-editor/editor/editor.worker' {
  import type { worker } from 'monaco-editor/editor';

  export function initialize<Data>(create: (context: worker.IWorkerContext, data: Data) => object): void;
}

declare module 'dclint/schemas/compose.schema.json' {
  import type { JSONSchema } from 'monaco-yaml';

  const schema: JSONSchema;
  // biome-ignore lint/style/noDefaultExport: a JSON module has no other export.
  export default schema;
}
