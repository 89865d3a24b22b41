import { expect, it } from 'vitest';
import { hideValue } from './hide-value.ts';

it.each([
  ['Shanghai', 'password=Shanghai', 'password=•••'],
  ['Shanghai', '"password": "Shanghai", "x": 1', '"password": "•••", "x": 1'],
  ['Shanghai', 'mysql://shop:Shanghai@db/shop', 'mysql://shop:•••@db/shop'],
  ['Shanghai', '<td>Shanghai</td>', '<td>•••</td>'],
  ['Shanghai', 'It is Shanghai. (Shanghai)', 'It is •••. (•••)'],
  ['Shanghai', 'Shanghai', '•••'],
  ['Shanghai', '/login?pw=Shanghai&next=/', '/login?pw=•••&next=/'],
  ['h4t', 'key h4t/x', 'key •••/x'],
  ['a+b?', 'pin: a+b?;', 'pin: •••;'],
  ['20190401', 'pin 20190401', 'pin •••'],
])('the weak secret %s is hidden as a value of its own in %j', (value, text, hidden) => {
  expect(hideValue(text, value)).toBe(hidden);
});

it.each([
  ['Shanghai', 'TZ=Asia/Shanghai'],
  ['harbour', 'harbours, harbour-7, harbour_master and harbour.example'],
  ['1234', 'Content-Length: 91234'],
  ['abc', 'abcdef xabc'],
])('the weak secret %s is no part of the words in %j', (value, text) => {
  expect(hideValue(text, value)).toBe(text);
});

it.each([
  ['Gr8-Anchor!Chain-2291', 'xGr8-Anchor!Chain-2291y', 'x•••y'],
  ['f00dfeed', 'id/f00dfeed/session_f00dfeed', 'id/•••/session_•••'],
  ['correcthorsebatterystaple', 'xcorrecthorsebatterystaplex', 'x•••x'],
])('a strong one, %s, is hidden wherever it stands', (value, text, hidden) => {
  expect(hideValue(text, value)).toBe(hidden);
});
