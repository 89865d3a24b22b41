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
  /** Whether the person types into it. */
  interactive?: boolean;
}

/** A terminal emulator: the only place where what a container writes is interpreted. */
export function Terminal({ label, connect, interactive = false }: TerminalProps) {
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
      theme: { background: '#11161d', foreground: '#dbe4ee' },
    });
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
    </section>
  );
}
