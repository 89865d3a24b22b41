import { expect, it } from 'vitest';
import { layerTitle } from './layer-title.ts';

it('shortens the hash of what was copied, and nothing else', () => {
  const hash = 'b589288c7b9f5087820975f0fc2df7210e4fac147d25dd89ec3675b412d3b8b5';
  expect(layerTitle(`COPY dir:${hash} in /`)).toBe('COPY dir:b589288c7b9f… in /');
  expect(layerTitle('ADD payload.tar /')).toBe('ADD payload.tar /');
});
