import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import type { Language } from './language.ts';
import { latvian } from './latvian.ts';
import { spanish } from './spanish.ts';
import type { Wording } from './wording.ts';

export const wordings: Readonly<Record<Language, Wording>> = {
  en: english,
  de: german,
  it: italian,
  lv: latvian,
  es: spanish,
  fr: french,
};
