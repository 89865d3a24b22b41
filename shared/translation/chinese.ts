import { makeTranslator } from './translator.ts';
import { zh } from './zh/index.ts';

const ideograph = '\\p{Script=Han}';
const spaceBetweenIdeographs = new RegExp(`(?<=[${ideograph}，。：；、（）]) +$`, 'u');
const beginsChinese = new RegExp(`^[${ideograph}，。：；、（）]`, 'u');

/** Between ideographs stands no space; between an ideograph and a letter or digit stands one. */
function attach(left: string, right: string): string {
  if (beginsChinese.test(right)) return left.replace(spaceBetweenIdeographs, '') + right;
  const needsSpace = new RegExp(`${ideograph}$`, 'u').test(left) && /^[A-Za-z0-9]/.test(right);
  return needsSpace ? `${left} ${right}` : left + right;
}

/** What the engine says, in Simplified Chinese; undefined where nothing of a text is known, such as for a path. */
export const chinese = makeTranslator(zh, {
  item: '、',
  clause: '；',
  colon: '：',
  sentence: '',
  stop: '。',
  attach,
});
