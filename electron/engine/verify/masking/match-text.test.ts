import { describe, expect, it } from 'vitest';
import { matchText } from './match-text.ts';

const context = { now: Date.UTC(2026, 10, 22), zoneOffsetMinutes: 0 };
const match = (samples: string[], container: string) => matchText(samples, container, context);

describe('matchText', () => {
  it('says what was left out and where', () => {
    expect(match(['a\nhits 1\n', 'a\nhits 2\n'], 'a\nhits 9\n')).toEqual({
      outcome: 'same',
      masked: ['line 2: number that varies on the server'],
    });
  });

  it('shows the first line that differs', () => {
    expect(match(['a\nb', 'a\nb'], 'a\nc')).toEqual({ outcome: 'different', line: 2, server: 'b', container: 'c' });
  });

  it('finds an error page in place of a page that varies', () => {
    const page = (hits: number) => `<html>\n<h1>Portal</h1>\n<p>visitor ${hits}</p>\n</html>`;
    const error = "<html>\n<h1>Software error</h1>\n<p>Can't locate CGI/Fast.pm</p>\n</html>";
    expect(match([page(1), page(2)], error).outcome).toBe('different');
  });

  it('finds missing and additional lines', () => {
    expect(match(['a\nb', 'a\nb'], 'a').outcome).toBe('different');
    expect(match(['a', 'a'], 'a\nb').outcome).toBe('different');
  });

  it('lets a list grow whose length varies on the server', () => {
    const samples = ['events\nlogin\nend', 'events\nlogin\nlogin\nend'];
    expect(match(samples, 'events\nlogin\nlogin\nlogin\nend').outcome).toBe('same');
    expect(match(samples, 'errors\nlogin\nend').outcome).toBe('different');
    expect(match(samples, 'events\nsegmentation fault\nend').outcome).toBe('different');
    expect(match(['events\nend', 'events\nlogin\nend'], 'events\nsegmentation fault\nend').outcome).toBe('unclear');
  });

  it('compares nothing where everything varies', () => {
    expect(match(['17', '99'], '3').outcome).toBe('unclear');
    expect(match(['one', 'two'], 'three').outcome).toBe('unclear');
  });

  it('knows a page that differs only in the line ends as another', () => {
    expect(match(['a\r\nb', 'a\r\nb'], 'a\nb').outcome).toBe('same');
  });
});
