import { dayFormat } from './day-format.ts';
import { furtherGerman } from './further/german.ts';
import { lateGerman } from './late/german.ts';
import { lockedGerman } from './locked/german.ts';
import type { Wording } from './wording.ts';

export const german: Wording = {
  locale: 'de',
  date: dayFormat('de', { day: '2-digit', month: '2-digit', year: 'numeric' }),
  // Whether the contact is a Frau or a Herr is not known, and guessing it would be worse than a plain greeting.
  greeting: ({ contact }) => (contact ? `Guten Tag ${contact},` : 'Sehr geehrte Damen und Herren,'),
  columns: {
    number: 'Rechnung',
    issued: 'Rechnungsdatum',
    due: 'Fällig am',
    daysOverdue: 'Tage überfällig',
    invoiced: 'Rechnungsbetrag',
    paid: 'Gezahlt',
    credited: 'Gutschrift',
    amount: 'Offener Betrag',
    rests: 'Derzeit nicht gefordert',
    demanded: 'Jetzt gefordert',
  },
  total: 'Summe',
  customerNumber: 'Kundennummer',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  bankDetails: 'Bankverbindung',
  payment: {
    holder: 'Kontoinhaber',
    bank: 'Bank',
    amount: 'Betrag',
    reference: 'Verwendungszweck',
    scan: 'Zum Bezahlen mit der Banking-App scannen',
  },
  taxId: 'USt-IdNr./Steuernr.',
  rests: (sum) =>
    `Vom offenen Betrag sind ${sum} in Klärung, zugesagt oder bereits unterwegs. Dieser Teil wird mit diesem Schreiben nicht gefordert; soweit er berechtigt ist, bleibt er geschuldet.`,
  enclosed: (count, numbers) =>
    count === 1
      ? `Eine Kopie der Rechnung ${numbers} liegt bei.`
      : `Kopien der folgenden Rechnungen liegen bei: ${numbers}.`,
  onRequest: (numbers) =>
    `Kopien von ${numbers}, die für diese Sendung zu groß sind, senden wir Ihnen auf Wunsch gern gesondert zu.`,
  accountOnInvoices:
    'Bitte überweisen Sie auf das in den Rechnungen genannte Konto und geben Sie die Rechnungsnummern an.',
  questions: (replyTo) => `Bei Fragen erreichen Sie uns unter ${replyTo}.`,
  closing: 'Mit freundlichen Grüßen',
  copyTo: (names) => `Kopie an: ${names}`,
  late: lateGerman,
  locked: lockedGerman,
  further: furtherGerman,

  reminder: {
    subject: (s) =>
      s.count === 1
        ? `Rechnung ${s.number} wird in Kürze fällig`
        : `${s.count} Rechnungen werden in Kürze fällig`,
    before: (s) => [
      s.count === 1
        ? 'wir möchten Sie freundlich daran erinnern, dass die folgende Rechnung in den nächsten Tagen fällig wird.'
        : 'wir möchten Sie freundlich daran erinnern, dass die folgenden Rechnungen in den nächsten Tagen fällig werden.',
    ],
    after: () => [
      'Falls Sie für die pünktliche Zahlung noch etwas von uns benötigen, etwa eine Rechnungskopie, eine Bestellnummer oder einen Lieferschein, geben Sie uns bitte Bescheid. Wir senden es Ihnen umgehend zu.',
      'Haben Sie die Zahlung bereits veranlasst, danken wir Ihnen; es ist dann nichts weiter zu tun.',
    ],
  },

  paymentDemand: {
    subject: (s) =>
      s.count === 1
        ? `Zahlungsaufforderung: Rechnung ${s.number}, ${s.sum}`
        : `Zahlungsaufforderung: ${s.count} Rechnungen, ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `sicher ist es Ihrer Aufmerksamkeit entgangen: Die folgende Rechnung ist fällig, und in unseren Büchern, die Zahlungseingänge bis zum ${s.asOf} berücksichtigen, ist der genannte Betrag noch offen.`
        : `sicher ist es Ihrer Aufmerksamkeit entgangen: Die folgenden Rechnungen sind fällig, und in unseren Büchern, die Zahlungseingänge bis zum ${s.asOf} berücksichtigen, sind die genannten Beträge noch offen.`,
      s.payBy === undefined
        ? `Wir bitten Sie, ${s.sum} umgehend zu überweisen.`
        : `Wir bitten Sie, ${s.sum} bis zum ${s.payBy} zu überweisen.`,
    ],
    after: (s) => [
      s.late ??
        'Bei verspäteter Zahlung können Verzugszinsen und eine Pauschale für die Kosten der Beitreibung berechnet werden, soweit Vertrag oder Gesetz dies vorsehen. In den oben genannten Beträgen ist beides nicht enthalten.',
      'Sollte der Zahlung etwas entgegenstehen, teilen Sie uns bitte mit, was es ist und wann wir mit dem Geld rechnen dürfen.',
      'Haben Sie inzwischen gezahlt, betrachten Sie dieses Schreiben bitte als gegenstandslos; wir danken Ihnen.',
    ],
  },

  formalClaim: {
    subject: (s) => `Letzte Zahlungsaufforderung vor gerichtlicher Geltendmachung: ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `mit Schreiben vom ${s.demandedOn} haben wir Sie gebeten, die folgende Rechnung zu begleichen. In unseren Büchern, die Zahlungseingänge bis zum ${s.asOf} berücksichtigen, ist sie weiterhin offen.`
        : `mit Schreiben vom ${s.demandedOn} haben wir Sie gebeten, die folgenden Rechnungen zu begleichen. In unseren Büchern, die Zahlungseingänge bis zum ${s.asOf} berücksichtigen, sind sie weiterhin offen.`,
    ],
    after: (s) => [
      `Wir fordern Sie hiermit auf, ${s.sum} zu zahlen. Der gesamte Betrag muss bis zum ${s.deadline} auf unserem Konto eingegangen sein.`,
      'Ist er bis dahin nicht eingegangen, werden wir die Forderung ohne weitere Ankündigung gerichtlich geltend machen. Verzugszinsen und die Kosten des Verfahrens können dann zusätzlich verlangt werden, soweit Vertrag oder Gesetz dies vorsehen.',
      'Lieber wäre uns eine Klärung mit Ihnen selbst. Sollten Sie eine Rechnung beanstanden oder einen Zahlungstermin nennen können, teilen Sie uns dies bitte vor Ablauf der Frist schriftlich mit.',
      'Haben Sie inzwischen gezahlt, betrachten Sie dieses Schreiben bitte als gegenstandslos; wir danken Ihnen.',
    ],
    alsoOpen: 'Außerdem offen und nicht Gegenstand dieser Aufforderung:',
  },
};
