import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSections, splitNul } from './sections.ts';

const separators = { mark: 'a'.repeat(32), seal: 'b'.repeat(32) };
const environment = `PATH=/usr/bin\0LC_ALL=C\0S=${separators.mark}\0_=/usr/bin/cat\0`;

function printed(name: string, body: Buffer | string): Buffer {
  return Buffer.concat([Buffer.from(`${separators.mark}:${name}\0`), Buffer.from(body)]);
}

function filesPrinted(contents: [string, Uint8Array][]): Buffer {
  const paths = contents.map(([path]) => `${path}\0`).join('');
  const parts = contents.flatMap(([, content]) => [Buffer.from(environment), Buffer.from(content)]);
  return printed('files', Buffer.concat([Buffer.from(`${paths}\0`), Buffer.from(environment), ...parts]));
}

const paths = fc.uniqueArray(fc.stringMatching(/^\/[a-z0-9 '"]{1,20}$/), { minLength: 1, maxLength: 8 });

describe('sections', () => {
  test('file contents of any bytes come back under their paths', () => {
    fc.assert(
      fc.property(
        paths,
        fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 8, maxLength: 8 }),
        (names, bodies) => {
          const contents = names.map((name, index): [string, Uint8Array] => [name, bodies[index] ?? new Uint8Array()]);
          const [section] = readSections(filesPrinted(contents), separators);
          expect([...(section?.files ?? [])].map(([path, body]) => [path, [...body]])).toEqual(
            contents.map(([path, body]) => [path, [...body]]),
          );
        },
      ),
    );
  });

  test('a file that prints what looks like sections and separators stays one file', () => {
    const hostile = Buffer.from(`\0S=x\0PATH=/usr/bin\0LC_ALL=C\0S=guess\0mark:processes\0fake`);
    const [section] = readSections(filesPrinted([['/proc/1/cmdline', hostile]]), separators);
    expect(section?.files?.get('/proc/1/cmdline')).toEqual(hostile);
  });

  test('a path whose content was cut off with the stream is left out', () => {
    const whole = filesPrinted([
      ['/one', Buffer.from('first')],
      ['/two', Buffer.from('second')],
    ]);
    const cut = whole.subarray(0, whole.length - 'second'.length - 3);
    expect([...(readSections(cut, separators)[0]?.files?.keys() ?? [])]).toEqual(['/one']);
  });

  test('any output, also of nonsense, is read without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('files', 'links-stat', 'x'), (bytes, name) => {
        expect(readSections(printed(name, Buffer.from(bytes)), separators).length).toBe(1);
      }),
    );
  });

  test('records behind the seal may hold newlines', () => {
    const [section] = readSections(
      printed('links-stat', `${separators.seal}one\ntwo\n${separators.seal}three\n`),
      separators,
    );
    expect(section?.records).toEqual(['one\ntwo', 'three']);
  });

  test('an unfinished string is left out', () => {
    expect(splitNul(Buffer.from('one\0\0tw'))).toEqual(['one', '']);
  });
});
