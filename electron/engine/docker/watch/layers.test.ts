import { expect, test } from 'vitest';
import { foldBase, instructionOf } from './layers.ts';

const step = (CreatedBy: string, Size: number, Created = 1) => ({ CreatedBy, Size, Created });
const base = [step('/bin/sh -c #(nop) ADD file:1 in / ', 700), step('/bin/sh -c #(nop)  CMD ["bash"]', 0)];

test('puts the layers of the base together', () => {
  const steps = [...base, step('/bin/sh -c #(nop) ADD file:2 in / ', 30, 2), step('/bin/sh -c #(nop)  USER www', 0, 2)];
  expect(foldBase(steps, 'debian:bookworm-slim', base)).toEqual([
    { createdBy: 'debian:bookworm-slim', sizeBytes: 700, base: true },
    { createdBy: 'ADD file:2 in /', sizeBytes: 30, base: false },
  ]);
});

test('shows every layer where the image is not built on it, or the base is not known', () => {
  const steps = [step('ADD other', 5), step('ADD more', 6)];
  const all = [
    { createdBy: 'ADD other', sizeBytes: 5, base: false },
    { createdBy: 'ADD more', sizeBytes: 6, base: false },
  ];
  expect(foldBase(steps, 'debian', base)).toEqual(all);
  expect(foldBase(steps, '', [])).toEqual(all);
  expect(foldBase(base.slice(0, 1), 'debian', base)).toHaveLength(1);
});

test.each([
  ['/bin/sh -c #(nop)  CMD ["bash"]', 'CMD ["bash"]'],
  ['/bin/sh -c apt-get install -y perl', 'RUN apt-get install -y perl'],
  ['|2 A=1 B= /bin/sh -c make', 'RUN make'],
  ['RUN /bin/sh -c make # buildkit', 'RUN /bin/sh -c make'],
  ['ADD payload.tar / # buildkit', 'ADD payload.tar /'],
  ['hostile\u001b[31m\nname', 'hostile [31m name'],
])('%j is %j', (createdBy, instruction) => {
  expect(instructionOf(createdBy)).toBe(instruction);
});
