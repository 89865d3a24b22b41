import { describe, expect, it } from 'vitest';
import { addMessage, emptyTranscript } from './build-progress.ts';

/** Recorded from engine 20.10, classic builder. */
const failing = [
  { stream: 'Step 1/4 : FROM debian:bookworm-slim' },
  { stream: '\n' },
  { stream: ' ---> 43ff8e545710\n' },
  { stream: 'Step 2/4 : RUN echo hi > /a' },
  { stream: '\n' },
  { stream: ' ---> Running in d01fe0e85348\n' },
  { stream: 'Removing intermediate container d01fe0e85348\n' },
  { stream: ' ---> b9f596e9e5b9\n' },
  { stream: 'Step 3/4 : RUN false' },
  { stream: '\n' },
  { stream: ' ---> Running in 2a4ee3e447e5\n' },
  { stream: 'Removing intermediate container 2a4ee3e447e5\n' },
  {
    errorDetail: { code: 1, message: "The command '/bin/sh -c false' returned a non-zero code: 1" },
    error: "The command '/bin/sh -c false' returned a non-zero code: 1",
  },
];

function transcriptOf(messages: unknown[]) {
  const transcript = emptyTranscript();
  for (const message of messages) addMessage(transcript, message);
  return transcript;
}

describe('addMessage', () => {
  it('knows the failing instruction, the error and what the build made', () => {
    const transcript = transcriptOf(failing);
    expect(transcript.instruction).toBe('RUN false');
    expect(transcript.error).toBe("The command '/bin/sh -c false' returned a non-zero code: 1");
    expect(transcript.made).toEqual(['b9f596e9e5b9']);
    expect(transcript.container).toBe('2a4ee3e447e5');
    expect(transcript.imageId).toBeUndefined();
    expect(transcript.log).toContain(' ---> Running in 2a4ee3e447e5\n');
  });

  it('does not count what came out of the cache', () => {
    const cached = [
      { stream: 'Step 2/4 : RUN echo hi > /a' },
      { stream: '\n' },
      { stream: ' ---> Using cache\n' },
      { stream: ' ---> b9f596e9e5b9\n' },
    ];
    expect(transcriptOf(cached)).toMatchObject({ made: [], parent: 'b9f596e9e5b9' });
  });

  it('knows whether a step is under way', () => {
    expect(transcriptOf([{ stream: 'Step 2/3 : ADD payload.tar /' }]).underWay).toBe(true);
    expect(
      transcriptOf([{ stream: 'Step 2/3 : ADD payload.tar /' }, { stream: ' ---> b9f596e9e5b9\n' }]).underWay,
    ).toBe(false);
  });

  it('takes the image from the builder’s own message, not from text', () => {
    const id = `sha256:${'a'.repeat(64)}`;
    expect(transcriptOf([{ stream: 'Successfully built bbbbbbbbbbbb\n' }]).imageId).toBeUndefined();
    expect(transcriptOf([{ aux: { ID: id } }]).imageId).toBe(id);
  });

  it('keeps the end of a long log', () => {
    const transcript = transcriptOf([
      ...Array.from({ length: 20 }, () => ({ stream: 'x'.repeat(100_000) })),
      { stream: 'end' },
    ]);
    expect(transcript.log).toHaveLength(1024 * 1024);
    expect(transcript.log.endsWith('end')).toBe(true);
  });
});
