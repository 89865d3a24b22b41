/** A configuration text without its lines of comment, as nearly every format writes them. */
export function withoutComments(text: string): string {
  return text.replace(/^\s*[#;].*$/gm, '');
}
