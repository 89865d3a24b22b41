/**
 * A line that may come from a server or a container, made safe to write to a terminal: control characters but the tab
 * are shown as what they are called, so that none moves the cursor or sets the window's title.
 */
export function plainText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
