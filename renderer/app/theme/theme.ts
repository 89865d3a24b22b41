import {
  type CSSVariablesResolver,
  createTheme,
  Loader,
  Modal,
  Progress,
  rem,
  Table,
  Tabs,
  Tooltip,
} from '@mantine/core';
import { amber, dark, gray, green, harbor, type Role, red, roles } from './palette.ts';

const fontFamily = [
  'system-ui',
  '-apple-system',
  '"Segoe UI"',
  'Roboto',
  '"Noto Sans"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  'sans-serif',
].join(', ');

const fontFamilyMonospace = [
  'ui-monospace',
  '"SF Mono"',
  '"Cascadia Mono"',
  'Menlo',
  'Consolas',
  '"DejaVu Sans Mono"',
  '"Noto Sans Mono CJK SC"',
  'monospace',
].join(', ');

export const theme = createTheme({
  fontFamily,
  fontFamilyMonospace,
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(24), lineHeight: '1.3' },
      h2: { fontSize: rem(17), lineHeight: '1.4' },
      h3: { fontSize: rem(14), lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(19) },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: 'md',
  radius: { xs: rem(3), sm: rem(4), md: rem(6), lg: rem(10), xl: rem(16) },
  primaryColor: 'harbor',
  primaryShade: { light: 7, dark: 7 },
  colors: { harbor, gray, dark, green, amber, red },
  black: roles.light.text,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The filled shade of the buttons is too dark for thin lines on the dark theme.
    Loader: Loader.extend({ defaultProps: { color: 'var(--sw-accent)' } }),
    Progress: Progress.extend({ defaultProps: { color: 'var(--sw-accent)' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: true, events: focusAndHover() } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } },
      styles: {
        title: { fontSize: rem(16), fontWeight: 600 },
        header: { background: 'var(--sw-raised)' },
        content: { background: 'var(--sw-raised)', border: `${rem(1)} solid var(--sw-line)` },
      },
    }),
    // Lists to choose from by typing: the field stays where it is, however few are left.
    SpotlightRoot: {
      defaultProps: { centered: false, yOffset: '12vh', overlayProps: { blur: 0, backgroundOpacity: 0.4 } },
      styles: { content: { background: 'var(--sw-raised)', border: `${rem(1)} solid var(--sw-line)` } },
    },
    // As the long tables have it: quiet headings, thin lines.
    Table: Table.extend({
      defaultProps: { borderColor: 'var(--sw-line)' },
      styles: { th: { fontSize: rem(12), fontWeight: 600, color: 'var(--sw-dimmed)' } },
    }),
    Tabs: Tabs.extend({
      defaultProps: { color: 'var(--sw-accent)' },
      styles: { root: { '--tab-border-color': 'var(--sw-line)' } },
    }),
    // A <header> in a dialog counts as the banner of the page, which has one already.
    ModalHeader: { defaultProps: { role: 'presentation' } },
  },
});

function focusAndHover() {
  return { hover: true, focus: true, touch: true };
}

/** Every tint of ours and of Mantine reads well on its surface in both themes; see palette.test.ts. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...variables('light'), ...tints(8) },
  dark: { ...variables('dark'), ...tints(2) },
});

function variables(scheme: 'light' | 'dark'): Record<string, string> {
  const colors = roles[scheme];
  const own = Object.fromEntries(Object.entries(colors).map(([role, color]) => [`--sw-${role as Role}`, color]));
  return {
    ...own,
    '--mantine-color-body': colors.body,
    '--mantine-color-text': colors.text,
    '--mantine-color-dimmed': colors.dimmed,
    '--mantine-color-placeholder': colors.placeholder,
    '--mantine-color-anchor': colors.accent,
    '--mantine-color-error': colors.error,
    '--mantine-color-success': colors.success,
  };
}

function tints(shade: number): Record<string, string> {
  const names = ['harbor', 'gray', 'green', 'amber', 'red'];
  return Object.fromEntries(
    names.flatMap((name) => [
      [`--mantine-color-${name}-light-color`, `var(--mantine-color-${name}-${shade})`],
      [`--mantine-color-${name}-outline`, `var(--mantine-color-${name}-${shade})`],
      [`--mantine-color-${name}-text`, `var(--mantine-color-${name}-${shade})`],
    ]),
  );
}
