/** `dlopen("libmagic.so.1")` and the like, in whatever language: the name stands in the file. */
const fileName = /lib[\w+.-]{1,80}?\.so(?:\.\d+)*/g;
/** `find_library("magic")` of Python, `ffi_lib 'magic'` of Ruby: the name without its dress. */
const bareName = /(?:find_library|ffi_lib|ffi\.load|CDLL|dlopen)[\s(]{1,4}["']([\w+.-]{1,80})["']/g;

/** Libraries that files mention by name, as programs do that open them at run time (dlopen(3)). */
export interface NamedLibraries {
  /** As the loader knows them: `libmagic.so.1`. */
  files: Set<string>;
  /** Without `lib` and version: `magic`. */
  bare: Set<string>;
}

/** Adds the libraries that a text, or a program's bytes as text, mentions. */
export function addLibraryNames(text: string, found: NamedLibraries): void {
  for (const [name] of text.matchAll(fileName)) found.files.add(name);
  for (const [, name] of text.matchAll(bareName)) if (name !== undefined) found.bare.add(name);
}

/** Whether a library of that file name is among those mentioned. */
export function isNamed(file: string, { files, bare }: NamedLibraries): boolean {
  return files.has(file) || bare.has(/^lib(.+?)\.so/.exec(file)?.[1] ?? '');
}
