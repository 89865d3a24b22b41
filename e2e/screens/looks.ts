import type { Language } from '../pages/texts.ts';

/** How the app looks in a picture. */
export interface Look {
  theme: 'light' | 'dark';
  language: Language;
}

export const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'zh'] as const).map((language) => ({ theme, language })),
);

export function pictureName(scene: string, { theme, language }: Look, width: number): string {
  return `${scene}-${theme}-${language}-${width}.png`;
}
