import { expect, it } from 'vitest';
import { chinese } from '../../shared/translation/chinese.ts';
import { zh } from '../../shared/translation/zh/index.ts';
import { withoutOptions } from './without-options.ts';

const advice = 'Check the address and the firewall, or go through a jump host (--jump HOST).';

it('leaves the options of the command line out, in both languages', () => {
  expect(withoutOptions(advice)).toBe('Check the address and the firewall, or go through a jump host.');
  expect(withoutOptions(chinese(advice) ?? '')).toBe('请检查地址和防火墙，或经由跳板机连接。');
  expect(withoutOptions('Scan as root or through sudo (--sudo) to read it.')).toBe(
    'Scan as root or through sudo to read it.',
  );
});

it('knows each option that a sentence of the engine puts into brackets', () => {
  const said = Object.entries(zh).flat();
  expect(said.filter((text) => /[(（]--/.test(text)).length).toBeGreaterThan(40);
  expect(said.filter((text) => /[(（]--/.test(withoutOptions(text)))).toEqual([]);
});

it("leaves other programs' options as they are", () => {
  for (const text of [
    'usage: tar (--help)',
    'git pull --rebase ADDRESS',
    '--daemonize no keeps Redis in the foreground',
  ])
    expect(withoutOptions(text)).toBe(text);
});
