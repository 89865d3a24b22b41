import type { Language } from '../pages/texts.ts';

/** How the app looks in a picture. */
export interface Look {
  theme: 'light' | 'dark';
  language: Language;
}

export const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'zh'] as const).map((language) => ({ theme, language })),
);

export const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** All components below one another. */
export const gallerySize = { width: 1280, height: 7200 };

export function pictureName(scene: string, { theme, language }: Look, width: number): string {
  return `${scene}-${theme}-${language}-${width}.png`;
}
