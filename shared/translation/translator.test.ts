import { describe, expect, it } from 'vitest';
import { makeTranslator } from './translator.ts';

const german = makeTranslator(
  {
    cache: 'Zwischenspeicher',
    time: 'Zeit',
    'left out: {0}': 'weggelassen: {0:text}',
    'needed by {0}': 'wird von {0} gebraucht',
    'needed by {0} since {1}': 'wird seit {1} von {0} gebraucht',
    '{0} failed': '{0:text} ist gescheitert',
    '{0} in {1}': '{0:word} in der Datei {1:path}',
    '{0}, out of memory': '{0:known}, kein Speicher mehr',
    'The build of {0} failed.': 'Der Bau von {0} ist gescheitert.',
    'Try again.': 'Noch einmal versuchen.',
    'missing: {0}': 'es fehlt: {0:list}',
  },
  {
    item: ' und ',
    clause: ' | ',
    colon: ': ',
    sentence: ' ',
    stop: '!',
    attach: (left, right) => left + right,
  },
);

describe('makeTranslator', () => {
  it.each([
    ['a whole text', 'cache', 'Zwischenspeicher'],
    ['a part that is a name as it stands, also one that is a sentence', 'needed by cache', 'wird von cache gebraucht'],
    ['a part that is a sentence', 'left out: cache', 'weggelassen: Zwischenspeicher'],
    ['a part that may be a sentence as it stands', 'left out: my own', 'weggelassen: my own'],
    ['parts in another order', 'needed by a since b', 'wird seit b von a gebraucht'],
    ['a list', 'missing: cache, time, x', 'es fehlt: Zwischenspeicher und Zeit und x'],
    ['by the pattern that says most', 'The build of a failed.', 'Der Bau von a ist gescheitert.'],
    ['lines', 'cache\nother', 'Zwischenspeicher\nother'],
    ['clauses', 'cache; needed by a; x', 'Zwischenspeicher | wird von a gebraucht | x'],
    ['sentences', 'The build of a failed. Try again.', 'Der Bau von a ist gescheitert. Noch einmal versuchen.'],
    ['what stands before the words of somebody else', 'a failed: no such file', 'a ist gescheitert: no such file'],
    ['a sentence whose stop the pattern lacks', 'cache.', 'Zwischenspeicher!'],
    ['what holds a sentence that is known', 'cache, out of memory', 'Zwischenspeicher, kein Speicher mehr'],
  ])('translates %s', (_what, english, translated) => {
    expect(german(english)).toBe(translated);
  });

  it.each(['cached', 'x, out of memory', 'went wrong in /etc/x', 'wrong in here', '', 'x'.repeat(10_000)])(
    'knows nothing of %.20s',
    (text) => {
      expect(german(text)).toBeUndefined();
    },
  );

  it('takes a path for what it is', () => {
    expect(german('Listen in /etc/x.conf:5')).toBe('Listen in der Datei /etc/x.conf:5');
  });
});
