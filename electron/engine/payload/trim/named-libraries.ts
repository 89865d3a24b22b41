import { open } from 'node:fs/promises';

/** Larger files hold data, which names no library to open: programs and libraries, and texts. */
const maxElfBytes = 64 * 1024 * 1024;
const maxTextBytes = 1024 * 1024;
const chunkBytes = 1024 * 1024;
/** Longer than any name of a library with the call around it, so that none is cut in two at a chunk's end. */
const overlap = 256;

/** `dlopen("libmagic.so.1")` and the like, in whatever language: the name stands in the file. */
const fileName = /lib[\w+.-]{1,80}?\.so(?:\.\d+)*/g;
/** `find_library("magic")` of Python, `ffi_lib 'magic'` of Ruby: the name without its dress. */
const bareName = /(?:find_library|ffi_lib|ffi\.load|CDLL|dlopen)[\s(]{1,4}["']([\w+.-]{1,80})["']/g;

export interface NamedLibraries {
  /** As the loader knows them: `libmagic.so.1`. */
  files: Set<string>;
  /** Without `lib` and version: `magic`. */
  bare: Set<string>;
}

/** The libraries that a file of this machine mentions by name, as programs do that open them at run time (dlopen(3)). */
export async function librariesNamedIn(local: string, size: number): Promise<NamedLibraries> {
  const found: NamedLibraries = { files: new Set(), bare: new Set() };
  if (size > maxElfBytes) return found;
  const file = await open(local, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(chunkBytes, size + 1) + overlap);
    for (let offset = 0; ; offset += chunkBytes) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
      const isLargeText = offset === 0 && size > maxTextBytes && buffer.toString('latin1', 0, 4) !== '\x7fELF';
      if (isLargeText) return found;
      collect(buffer.toString('latin1', 0, bytesRead), found);
      if (bytesRead < buffer.length) return found;
    }
  } finally {
    await file.close();
  }
}

function collect(text: string, found: NamedLibraries): void {
  for (const [name] of text.matchAll(fileName)) found.files.add(name);
  for (const [, name] of text.matchAll(bareName)) if (name !== undefined) found.bare.add(name);
}

/** Whether a library of that file name is among those mentioned. */
export function isNamed(file: string, { files, bare }: NamedLibraries): boolean {
  return files.has(file) || bare.has(/^lib(.+?)\.so/.exec(file)?.[1] ?? '');
}
