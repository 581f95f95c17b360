import type { LockedWording } from './wording.ts';

const heldBack = {
  service: 'Der Zugang ruht vorübergehend',
  order: 'Neue Bestellungen ruhen vorübergehend',
  credit: 'Neue Bestellungen sind vorübergehend gegen Vorkasse möglich',
} as const;

const staysAsIs = {
  service: 'Ihr Zugang offen bleibt',
  order: 'Ihre Bestellungen ohne Unterbrechung weiterlaufen',
  credit: 'Sie weiter auf Rechnung bestellen können',
} as const;

const from = {
  service: 'ruht der Zugang',
  order: 'ruhen neue Bestellungen',
  credit: 'sind neue Bestellungen nur gegen Vorkasse möglich',
} as const;

export const lockedGerman: LockedWording = {
  title: {
    service: 'Der Zugang ruht',
    order: 'Neue Bestellungen ruhen',
    credit: 'Neue Bestellungen gegen Vorkasse',
  },
  because: (held, s) =>
    `${heldBack[held]}, weil uns eine Zahlung noch nicht erreicht hat: ${s.sum} zu ${s.count === 1 ? 'Rechnung' : 'den Rechnungen'} ${s.numbers}, fällig seit dem ${s.since}. Unsere Bücher berücksichtigen Zahlungseingänge bis zum ${s.asOf}.`,
  oversight: 'Sicher ist es nur untergegangen, und es ist schnell behoben.',
  ends: (held, byPromise) => {
    const back =
      held === 'service' ? 'Der Zugang ist sofort wieder frei' : 'Alles ist sofort wieder wie zuvor';
    return byPromise
      ? `${back}, sobald die Zahlung gebucht ist. Wenn es eilt, nennen Sie uns den Tag, an dem Sie zahlen werden; dann geben wir sofort wieder frei.`
      : `${back}, sobald die Zahlung gebucht ist.`;
  },
  promiseAgainFrom: (day) =>
    `Eine Freigabe gegen einen genannten Zahlungstag ist wieder ab dem ${day} möglich.`,
  manager: (name) => `Für Sie da ist bei uns ${name}.`,
  questions: (replyTo) => `Sie erreichen uns unter ${replyTo}.`,
  written: (count, places) =>
    `Wir haben Ihnen dazu ${places} geschrieben. Sollte${count === 1 ? ' die Nachricht' : 'n die Nachrichten'} nicht angekommen sein, sehen Sie bitte auch im Spam-Ordner nach.`,
  place: (day, to) => `am ${day} an ${to}`,
  paid: 'Haben Sie schon gezahlt, danken wir Ihnen: Geben Sie uns bitte Bescheid, dann sehen wir sofort nach.',
  warning: (held, day) =>
    `Damit ${staysAsIs[held]}, sollte uns die Zahlung vor dem ${day} erreichen. Ab diesem Tag ${from[held]}, bis sie da ist.`,
};
