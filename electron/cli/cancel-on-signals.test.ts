import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { cancelOnLostReader, cancelOnSignals } from './cancel-on-signals.ts';

function handling() {
  const source = new EventEmitter();
  const cancel = new AbortController();
  const said: string[] = [];
  let [time, exits] = [0, 0];
  cancelOnSignals({
    ...{ cancel, source, say: (text) => said.push(text), now: () => time },
    exit: () => {
      exits += 1;
    },
  });
  return {
    cancel,
    said,
    press(signal = 'SIGINT') {
      time += 1000;
      source.emit(signal);
    },
    again: () => source.emit('SIGINT'),
    exits: () => exits,
  };
}

describe('cancelOnSignals', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('cancels at %s and waits for the end', (signal) => {
    const { cancel, press, said, exits } = handling();
    press(signal);
    expect({ cancelled: cancel.signal.aborted, said, exits: exits() }).toEqual({ cancelled: true, said: [], exits: 0 });
  });

  it('says at the second one what is waited for, and ends at the third', () => {
    const { press, said, exits } = handling();
    press();
    press();
    expect({ lines: said.length, exits: exits() }).toEqual({ lines: 1, exits: 0 });
    press();
    expect(exits()).toBe(1);
  });

  it('takes a signal that comes twice for one press', () => {
    const { press, again, said } = handling();
    press();
    again();
    again();
    expect(said).toEqual([]);
  });
});

describe('cancelOnLostReader', () => {
  it('cancels when nobody reads the result any more, and does without standard error', () => {
    const [cancel, stdout, stderr] = [new AbortController(), new EventEmitter(), new EventEmitter()];
    cancelOnLostReader(cancel, stdout, stderr);
    stderr.emit('error', new Error('EPIPE'));
    expect(cancel.signal.aborted).toBe(false);
    stdout.emit('error', new Error('EPIPE'));
    expect(cancel.signal.aborted).toBe(true);
  });
});
