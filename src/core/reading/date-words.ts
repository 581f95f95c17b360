import type { Weekday } from '../calendar/business-date.ts';

/** Lower case, without accents: `März` → `marz`. Everything below expects words in this form. */
export function plainWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Days from today for `today`, `morgen`, `hier`, …; undefined for any other word. */
export function relativeDay(word: string): number | undefined {
  return relativeDays.get(word);
}

/** A name of English, German, French, Spanish or Italian, or the beginning of one, three letters or more. */
export function weekdayNamed(word: string): Weekday | undefined {
  const short = germanShort.indexOf(word);
  return (short >= 0 ? short + 1 : onlyRowWith(weekdayNames, word)) as Weekday | undefined;
}

/** 1 to 12; names as for weekdays. */
export function monthNamed(word: string): number | undefined {
  return onlyRowWith(monthNames, word);
}

/** The row, from 1, that alone has a name beginning with the word; `jui` (juin, juillet) is in two and finds none. */
function onlyRowWith(rows: readonly string[], word: string): number | undefined {
  if (word.length < 3) return undefined;
  const found = rows.flatMap((names, index) => (` ${names}`.includes(` ${word}`) ? [index + 1] : []));
  return found.length === 1 ? found[0] : undefined;
}

const germanShort: readonly string[] = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'];

const weekdayNames: readonly string[] = [
  'monday montag lundi lunes lunedi',
  'tuesday dienstag mardi martes martedi',
  'wednesday mittwoch mercredi miercoles mercoledi',
  'thursday donnerstag jeudi jueves giovedi',
  'friday freitag vendredi viernes venerdi',
  'saturday samstag samedi sabado sabato',
  'sunday sonntag dimanche domingo domenica',
];

const monthNames: readonly string[] = [
  'january januar janner janvier enero gennaio',
  'february februar fevrier febrero febbraio',
  'march marz maerz mars marzo',
  'april avril abril aprile',
  'may mai mayo maggio',
  'june juni juin junio giugno',
  'july juli juillet julio luglio',
  'august aout agosto',
  'september septembre septiembre settembre setiembre',
  'october oktober octobre octubre ottobre',
  'november novembre noviembre',
  'december dezember decembre diciembre dicembre',
];

const relativeDays: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '-2': 'vorgestern avant-hier anteayer',
    '-1': 'yesterday gestern hier ayer ieri',
    '0': "today heute aujourd'hui hoy oggi",
    '1': 'tomorrow morgen demain manana domani',
    '2': 'ubermorgen uebermorgen apres-demain dopodomani',
  }).flatMap(([days, words]) => words.split(' ').map((word) => [word, Number(days)] as const)),
);
