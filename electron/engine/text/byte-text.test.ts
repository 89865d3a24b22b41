import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfText, hasStrayBytes, textOfBytes } from './byte-text.ts';

describe('names as text', () => {
  it('reads UTF-8 as it is', () => {
    expect(textOfBytes(Buffer.from('/srv/übung 漢字 😀'))).toBe('/srv/übung 漢字 😀');
    expect(hasStrayBytes('/srv/übung 漢字 😀')).toBe(false);
  });

  it('keeps bytes that are none', () => {
    const latin1 = Buffer.from('/srv/caf\u00e9', 'latin1');
    expect(textOfBytes(latin1)).toBe('/srv/caf\udce9');
    expect(hasStrayBytes(textOfBytes(latin1))).toBe(true);
    expect(JSON.parse(JSON.stringify(textOfBytes(latin1)))).toBe('/srv/caf\udce9');
  });

  it('tells a replacement character that stands there from a byte that is none', () => {
    expect(textOfBytes(Buffer.from('a\uFFFDb'))).toBe('a\uFFFDb');
  });

  it('takes an emoji beside a stray byte for what it is', () => {
    const bytes = Buffer.concat([Buffer.from([0xff]), Buffer.from('😀'), Buffer.from([0xe4])]);
    expect(textOfBytes(bytes)).toBe('\udcff😀\udce4');
    expect(bytesOfText('\udcff😀\udce4')).toEqual(bytes);
  });

  it('gives any bytes back', () => {
    const odd = fc.uint8Array({ maxLength: 8 });
    const mixed = fc.array(
      fc.oneof(
        odd,
        fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(mixed, (parts) => {
        const bytes = Buffer.concat(parts);
        expect(bytesOfText(textOfBytes(bytes))).toEqual(bytes);
      }),
    );
  });
});
