/** What is answered where the page itself is not: a sentence for the person, without anything from the request. */
export function messagePage(title: string, text: string): string {
  return page(title, `<h1>${title}</h1>\n<p>${text}</p>`);
}

/**
 * Leads on to the page. A redirect would not do where the link was followed from another site: the browser would count
 * the request for the page as that site's, and keep the cookie back.
 */
export function enterPage(): string {
  return page('Slipway', '<p><a href="/">Slipway</a></p>', '<meta http-equiv="refresh" content="0; url=/">');
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${title}</title>${head}</head>
<body style="font: 16px/1.5 system-ui; margin: 4rem auto; max-width: 40rem; padding: 0 1rem">
${body}
</body>
</html>
`;
}
