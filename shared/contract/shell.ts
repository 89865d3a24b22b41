import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { keychainSchema, secretNameSchema } from '../model/secret-name.ts';
import { directoryListingSchema, preferencesSchema, shellCommandSchema, shellInfoSchema } from '../model/shell.ts';

const openDialogSchema = z.object({
  kind: z.enum(['folder', 'file', 'save']),
  title: z.string().max(200).optional(),
  /** Where the dialog begins. */
  path: z.string().optional(),
  filters: z.array(z.object({ name: z.string(), extensions: z.array(z.string()) })).default([]),
});

/** What the window, or the browser's stand-in for it, does for the page. */
export const shellContract = {
  info: oc.output(shellInfoSchema),
  /** The chosen path; none where the person closed the dialog, or where `info` says that there are no native dialogs. */
  openDialog: oc.input(openDialogSchema).output(z.object({ path: z.string().optional() })),
  /** A folder of this machine, for a page that cannot show native dialogs. Left out: the home folder. */
  listDirectory: oc
    .input(z.object({ path: z.string().optional(), hidden: z.boolean().default(false) }))
    .output(directoryListingSchema),
  /** Opens a web page in the person's browser; only https, and never with a name and password in it. */
  openExternal: oc.input(z.object({ url: z.string().max(4096) })).output(z.object({ opened: z.boolean() })),
  /** Shows a file or folder in the file manager. */
  showItem: oc.input(z.object({ path: z.string() })).output(z.object({ shown: z.boolean() })),
  /** Tells the desktop; not while the person looks at the window, nor where there is no window. */
  notify: oc
    .input(z.object({ title: z.string().max(200), body: z.string().max(1000) }))
    .output(z.object({ shown: z.boolean() })),
  /** Commands of the menu, of links and of the file manager, from the moment the page listens. */
  commands: oc.output(eventIterator(shellCommandSchema)),
};

export const preferencesContract = {
  get: oc.output(preferencesSchema),
  set: oc.input(preferencesSchema.partial()).output(preferencesSchema),
};

const keptSchema = z.enum(['keychain', 'this-run']);

/**
 * Secrets that the person wants to be kept: in the system's keychain where there is one, else for this run only. A kept
 * secret answers a job's question before the person is asked, and never comes back to the page.
 */
export const secretsContract = {
  /** Asking may have the system ask the person to unlock it: so only for somebody who wants something kept. */
  keychain: oc.output(keychainSchema),
  save: oc
    .input(z.object({ name: secretNameSchema, value: z.string().min(1).max(65_536) }))
    .output(z.object({ kept: keptSchema })),
  forget: oc.input(z.object({ name: secretNameSchema })).output(z.object({ forgotten: z.boolean() })),
  list: oc.output(z.array(z.object({ name: secretNameSchema, kept: keptSchema }))),
};
