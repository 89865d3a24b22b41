import type { editor } from 'monaco-editor/editor';
import { amber, green, harbor, red, roles } from '../app/theme/palette.ts';
import type { Monaco } from './monaco-api.ts';

export type Scheme = 'light' | 'dark';

/** The name that Monaco knows a theme of the app by. */
export function themeName(scheme: Scheme): string {
  return `slipway-${scheme}`;
}

export function defineThemes(monaco: Monaco): void {
  monaco.editor.defineTheme(themeName('light'), themeOf('light'));
  monaco.editor.defineTheme(themeName('dark'), themeOf('dark'));
}

/** Each token color reads well on the editor's background; see themes.test.ts. */
export const tokenColors = {
  light: {
    keyword: harbor[8],
    string: green[8],
    number: amber[8],
    comment: '#5c6872',
    type: '#6a3d9a',
    key: harbor[7],
  },
  dark: { keyword: harbor[2], string: green[2], number: amber[2], comment: '#8d99a3', type: '#c9a9ec', key: harbor[3] },
};

function themeOf(scheme: Scheme): editor.IStandaloneThemeData {
  const role = roles[scheme];
  const token = tokenColors[scheme];
  const rules: [string, string][] = [
    ['', role.text],
    ['keyword', token.keyword],
    ['string', token.string],
    ['number', token.number],
    ['comment', token.comment],
    ['type', token.type],
    ['tag', token.key],
    ['key', token.key],
    ['string.key.json', token.key],
    ['type.yaml', token.key],
    ['variable', token.type],
    ['attribute.name', token.key],
    ['attribute.value', token.string],
    ['regexp', token.string],
    ['constant', token.number],
    ['metatag', token.comment],
  ];
  return {
    base: scheme === 'dark' ? 'vs-dark' : 'vs',
    // The base's own rules are made for its own background.
    inherit: false,
    rules: rules.map(([name, color]) => ({ token: name, foreground: color.slice(1) })),
    colors: colorsOf(scheme),
  };
}

function colorsOf(scheme: Scheme): editor.IColors {
  const role = roles[scheme];
  return {
    foreground: role.text,
    focusBorder: role.accent,
    'editor.background': role.body,
    'editor.foreground': role.text,
    'editorLineNumber.foreground': role.placeholder,
    'editorLineNumber.activeForeground': role.text,
    'editorLineNumber.dimmedForeground': role.placeholder,
    'editor.lineHighlightBackground': role.surface,
    'editor.lineHighlightBorder': '#00000000',
    'editor.selectionBackground': scheme === 'dark' ? '#21506a' : harbor[1],
    'editorIndentGuide.background1': role.line,
    'editorIndentGuide.activeBackground1': role.control,
    'editorWidget.background': role.raised,
    'editorWidget.border': role.line,
    'editorHoverWidget.background': role.raised,
    'editorHoverWidget.border': role.line,
    'editorError.foreground': scheme === 'dark' ? red[3] : red[6],
    'editorWarning.foreground': scheme === 'dark' ? amber[3] : amber[5],
    'editorGutter.background': role.body,
    'input.background': role.body,
    'input.border': role.control,
    'list.activeSelectionBackground': role.selected,
    'list.activeSelectionForeground': role.text,
    'list.focusBackground': role.selected,
    'list.highlightForeground': role.accent,
    'editorBracketHighlight.foreground1': role.text,
    'editorBracketHighlight.foreground2': role.text,
    'editorBracketHighlight.foreground3': role.text,
    'diffEditor.insertedTextBackground': `${green[4]}40`,
    'diffEditor.removedTextBackground': `${red[4]}40`,
    'diffEditor.insertedLineBackground': `${green[4]}1f`,
    'diffEditor.removedLineBackground': `${red[4]}1f`,
    'scrollbarSlider.background': `${role.control}55`,
    'scrollbarSlider.hoverBackground': `${role.control}88`,
  };
}
