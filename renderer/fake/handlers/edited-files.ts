import type { FakeFile } from '../world.ts';

const dockerfile = /\/Dockerfile$/;

/** What an engineer might have done to the recorded files: one edited, one with a conflict, one of their own. */
export function asEdited(
  files: ReadonlyMap<string, FakeFile>,
  withText: (file: FakeFile, text: string) => FakeFile,
): FakeFile[] {
  return [...files.values()].flatMap((file): FakeFile[] => {
    const text = file.content?.text ?? '';
    if (file.path === 'compose.yaml') return [{ ...withText(file, withConflict(text)), state: 'conflict' }];
    if (dockerfile.test(file.path)) return [{ ...withText(file, withHealthCheck(text)), state: 'edited' }];
    return [];
  });
}

/** The engineer and a new scan both changed the memory limit. */
function withConflict(compose: string): string {
  return compose.replace(
    /^( *mem_limit: ).*$/m,
    (line, key: string) => `<<<<<<< edited\n${key}1g\n=======\n${line}\n>>>>>>> generated`,
  );
}

function withHealthCheck(text: string): string {
  return text.replace(/^CMD /m, 'HEALTHCHECK --interval=30s CMD ["/usr/bin/true"]\n\nCMD ');
}
