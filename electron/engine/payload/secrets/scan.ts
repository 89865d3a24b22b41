import { posix } from 'node:path';
import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend';
import { findLiterals } from './literals.ts';

// Nobody reads what the scanner measures of itself, and it looks through all earlier measurements for each new one: the
// time would grow with the square of the files, of which a Node application has thousands.
secretLintProfiler.mark = () => undefined;

/** Larger text files are data; a secret among them is the plan's to name. */
export const maxScannedBytes = 1024 * 1024;

/**
 * Names of the rules by which a text holds a secret, never what it is: our own for passwords and keys written out, and
 * secretlint's for the tokens of known services.
 */
export async function scanText(text: string, path: string): Promise<string[]> {
  const { messages } = await lintSource({
    source: { filePath: harmless(path), content: text, contentType: 'text' },
    options: {
      config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: recommended }] },
      noPhysicFilePath: true,
    },
  });
  const services = messages.map(({ ruleId }) =>
    ruleId.replace(/^@secretlint\/secretlint-rule-/, '').replace(/^privatekey$/, 'private-key'),
  );
  return [...new Set([...findLiterals(text, path), ...services])].sort();
}

/** The scanner names its own measurements after the file and fails on names with newlines. */
function harmless(path: string): string {
  return posix.basename(path).replace(/[^\w.-]/g, '_');
}
