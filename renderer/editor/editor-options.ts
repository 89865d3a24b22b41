import type { editor } from 'monaco-editor/editor';

/** How every editor of the app looks and behaves. */
export const editorOptions: editor.IEditorOptions = {
  automaticLayout: true,
  fontFamily: 'var(--mantine-font-family-monospace)',
  fontSize: 13,
  lineHeight: 20,
  glyphMargin: true,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  // Reasons stand in long comments; they are to be read, not scrolled to.
  wordWrap: 'on',
  wrappingIndent: 'same',
  renderWhitespace: 'selection',
  // Menus and hovers may leave the editor's box, which is small beside the panels.
  fixedOverflowWidgets: true,
  padding: { top: 8, bottom: 8 },
  scrollbar: { verticalScrollbarSize: 12, horizontalScrollbarSize: 12 },
  stickyScroll: { enabled: false },
  accessibilitySupport: 'auto',
  // The tools of the page are reached with Tab from the editor after Ctrl+M, as Monaco's own help says (Alt+F1).
  tabFocusMode: false,
  bracketPairColorization: { enabled: false },
  unicodeHighlight: { nonBasicASCII: false },
  quickSuggestions: { other: true, comments: false, strings: true },
  // What a server says may be hostile: a link in a text is shown, not followed by a click.
  links: false,
};
