/**
 * GTK draws the dialogs of the system and nothing else here, yet as it starts it looks for OpenGL, and a driver that comes
 * with a compiler takes 60 MB of the window's process and some of the start. GTK reads its environment as Electron starts
 * it, which is after the app's first script and before `ready`; what this app starts then knows nothing of it.
 *
 * Source of the variable: https://docs.gtk.org/gtk3/running.html#gdk_gl
 */
export function startGtkWithoutGl(ready: Promise<void>): void {
  if (process.platform !== 'linux' || process.env.GDK_GL !== undefined) return;
  process.env.GDK_GL = 'disable';
  void ready.then(() => delete process.env.GDK_GL);
}
