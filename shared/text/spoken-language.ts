import { type Language, languageSchema } from '../model/shell.ts';

/** The first of the person's languages (BCP 47) that the app speaks; English where it speaks none of them. */
export function spokenLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const spoken = languageSchema.safeParse(tag.toLowerCase().split(/[-_]/)[0]);
    if (spoken.success) return spoken.data;
  }
  return 'en';
}
