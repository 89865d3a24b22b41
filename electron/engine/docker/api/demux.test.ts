import { describe, expect, it } from 'vitest';
import { demux } from './demux.ts';

function frame(stream: number, text: string): Buffer {
  const body = Buffer.from(text);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(body.length, 4);
  return Buffer.concat([header, body]);
}

describe('demux', () => {
  it('merges both streams in the order of their frames', () => {
    expect(demux(Buffer.concat([frame(1, 'one\n'), frame(2, 'two\n'), frame(1, 'three\n')]))).toBe('one\ntwo\nthree\n');
  });

  it('joins a character that two frames share', () => {
    const euro = Buffer.from('€');
    const halves = [euro.subarray(0, 1), euro.subarray(1)].map((half) => {
      const header = frame(1, '').subarray(0, 8);
      header.writeUInt32BE(half.length, 4);
      return Buffer.concat([header, half]);
    });
    expect(demux(Buffer.concat(halves))).toBe('€');
  });

  it('keeps a last frame that was cut', () => {
    expect(demux(Buffer.concat([frame(1, 'whole '), frame(1, 'half').subarray(0, 10)]))).toBe('whole ha');
  });

  it('keeps what was read where a header was cut', () => {
    expect(demux(Buffer.concat([frame(1, 'whole'), frame(1, '').subarray(0, 5)]))).toBe('whole');
  });

  it('passes a terminal’s output through', () => {
    expect(demux(Buffer.from('plain text of a terminal\n'))).toBe('plain text of a terminal\n');
  });

  it('gives nothing for nothing', () => {
    expect(demux(Buffer.alloc(0))).toBe('');
    expect(demux(frame(1, ''))).toBe('');
  });
});
