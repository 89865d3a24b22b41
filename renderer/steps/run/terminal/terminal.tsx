import { FitAddon } from '@xterm/addon-fit';
import { Terminal as Xterm } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { useEffect, useRef } from 'react';
import classes from '../run.module.css';

export interface TerminalProps {
  /** What it is, for a screen reader. */
  label: string;
  /**
   * Connects what is shown with where it comes from, once; gives what ends that connection. Is to stay the same function
   * as long as the connection is the same.
   */
  connect: (terminal: Xterm) => () => void;
  /** What is to be known before one goes into it. */
  hint?: string;
  /** Whether the person types into it. */
  interactive?: boolean;
}

/** A terminal emulator: the only place where what a container writes is interpreted. */
export function Terminal({ label, hint, connect, interactive = false }: TerminalProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    const terminal = new Xterm({
      disableStdin: !interactive,
      cursorBlink: interactive,
      convertEol: !interactive,
      screenReaderMode: interactive,
      scrollback: 10_000,
      fontSize: 13,
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
      theme: { background: '#11161d', foreground: '#dbe4ee', brightBlack: '#9fb0c3' },
    });
    // Every other key is the shell's; this one leads out of the terminal (next-part.ts).
    terminal.attachCustomKeyEventHandler(({ key }) => key !== 'F6');
    const fit = new FitAddon();
    terminal.loadAddon(fit);
    terminal.open(host.current);
    fit.fit();
    const resized = new ResizeObserver(() => fit.fit());
    resized.observe(host.current);
    const disconnect = connect(terminal);
    if (interactive) terminal.focus();
    return () => {
      resized.disconnect();
      disconnect();
      terminal.dispose();
    };
  }, [connect, interactive]);
  return (
    <section className={classes.terminal} aria-label={label}>
      <div ref={host} />
      {hint === undefined ? null : <p className={classes.hint}>{hint}</p>}
    </section>
  );
}
