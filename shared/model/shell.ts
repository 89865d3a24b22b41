import { z } from 'zod';
import { wizardStepSchema } from './project.ts';

export const languageSchema = z.enum(['en', 'zh']);
export type Language = z.infer<typeof languageSchema>;

export const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** `system`: the language of the desktop or browser, English where the app does not speak it. */
  language: z.enum(['system', ...languageSchema.options]),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What surrounds the page: where it runs, and what it can be offered there. */
export const shellInfoSchema = z.object({
  version: z.string(),
  /** `window`: the desktop app; `browser`: `slipway serve`; `memory`: neither. */
  surface: z.enum(['window', 'browser', 'memory']),
  /** `process.platform` of the machine that the engine runs on. */
  platform: z.string(),
  home: z.string(),
  /** The machine's language, as far as the app speaks it. */
  language: languageSchema,
  /** Whether `openDialog` shows the system's own dialogs; where not, `listDirectory` is there to build one. */
  nativeDialogs: z.boolean(),
  /** The folder of the log files, where there are any. */
  logs: z.string().optional(),
});
export type ShellInfo = z.infer<typeof shellInfoSchema>;

/** The first page, or a step of the wizard. */
const destinationSchema = z.enum(['start', ...wizardStepSchema.options]);

/** What the menu, a deep link, a second instance or the file manager asks of the page. */
export const shellCommandSchema = z.discriminatedUnion('command', [
  z.object({ command: z.literal('new-project') }),
  z.object({ command: z.literal('open-project') }),
  /** A folder or a `slipway.yaml` that was handed over; the page opens it as if it had been chosen. */
  z.object({ command: z.literal('open-path'), path: z.string() }),
  /** A link that offers a server: the page fills its form with it, and connects only when told to. */
  z.object({ command: z.literal('connect-to'), target: z.string() }),
  z.object({ command: z.literal('close-project') }),
  z.object({ command: z.literal('go'), to: destinationSchema }),
  z.object({ command: z.literal('next-step') }),
  z.object({ command: z.literal('previous-step') }),
  z.object({ command: z.literal('find') }),
  z.object({ command: z.literal('find-in-files') }),
  z.object({ command: z.literal('command-palette') }),
  z.object({ command: z.literal('preferences') }),
  z.object({ command: z.literal('shortcuts') }),
  /** Another page or the menu changed a preference. */
  z.object({ command: z.literal('preferences-changed'), preferences: preferencesSchema }),
]);
export type ShellCommand = z.infer<typeof shellCommandSchema>;

export const directoryListingSchema = z.object({
  path: z.string(),
  /** Absent at the top. */
  parent: z.string().optional(),
  entries: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      kind: z.enum(['directory', 'file']),
      /** A folder that holds a `slipway.yaml`. */
      project: z.boolean(),
    }),
  ),
  /** More was there than is listed. */
  truncated: z.boolean(),
});
export type DirectoryListing = z.infer<typeof directoryListingSchema>;
