import { expect, it } from 'vitest';
import { chinese } from '../../../shared/translation/chinese.ts';
import { unbuiltReason } from './unbuilt-reason.ts';

it('names the line of the Dockerfile where the builder came to one', () => {
  const message = 'COPY failed: no source files were specified';
  expect(unbuiltReason({ instruction: 'COPY x /', message })).toBe(`The image cannot be built: COPY x /: ${message}`);
  expect(unbuiltReason({ instruction: '', message })).toBe(`The image cannot be built: ${message}`);
});

it('is said in Chinese with the words of the builder', () => {
  const said = unbuiltReason({ instruction: '', message: 'dockerfile parse error line 31: unknown instruction: RUNN' });
  expect(chinese(said)).toBe('无法构建镜像：dockerfile parse error line 31: unknown instruction: RUNN');
});
