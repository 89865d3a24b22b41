import type { Texts } from './texts.ts';

/** Says that the page crashed, with a link back to it. No script: whatever broke the page must not break this one. */
export function crashPage(words: Texts, lang: string, page: string): string {
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Slipway</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-content: center; min-height: 90vh; text-align: center }
a { display: inline-block; padding: .5rem 1.5rem; border-radius: 6px; background: #1864ab; color: #fff; text-decoration: none }
a:focus-visible { outline: 3px solid #74c0fc; outline-offset: 2px }
</style></head>
<body><main>
<h1>${words.crashTitle}</h1>
<p>${words.crashText}</p>
<p><a href="${page}" autofocus>${words.crashReload}</a></p>
</main></body>
</html>
`;
}
