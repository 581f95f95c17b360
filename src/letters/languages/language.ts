/** The languages that letters can be written in, as ISO 639 codes. */
export const languages = ['en', 'de', 'it', 'lv', 'es', 'fr'] as const;

export type Language = (typeof languages)[number];

/** The letters' language for a contact's: `de-AT` is German; what we cannot write becomes English. */
export function letterLanguage(contactLanguage: string): Language {
  const code = contactLanguage.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === code) ?? 'en';
}
