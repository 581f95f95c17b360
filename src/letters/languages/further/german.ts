import type { LetterWording } from '../spoken.ts';
import type { FurtherWording, SpokenRestored } from './wording.ts';

const paid =
  'Haben Sie inzwischen gezahlt, betrachten Sie dieses Schreiben bitte als gegenstandslos; wir danken Ihnen.';

const lateInGeneral =
  'Bei verspäteter Zahlung können Verzugszinsen und eine Pauschale für die Kosten der Beitreibung berechnet werden, soweit Vertrag oder Gesetz dies vorsehen. In den oben genannten Beträgen ist beides nicht enthalten.';

export const furtherGerman: FurtherWording = {
  overdueReminder: {
    subject: (s) =>
      s.count === 1
        ? `Erinnerung: Rechnung ${s.number}, ${s.sum}`
        : `Erinnerung: ${s.count} offene Rechnungen, ${s.sum}`,
    before: (s) => [
      `wir möchten Sie freundlich an die ${s.count === 1 ? 'folgende Rechnung' : 'folgenden Rechnungen'} erinnern. In unseren Büchern, die Zahlungseingänge bis zum ${s.asOf} berücksichtigen, sind ${s.sum} noch offen. Vielleicht ist es nur Ihrer Aufmerksamkeit entgangen.`,
    ],
    after: () => [
      'Falls Sie für die Zahlung noch etwas von uns benötigen, etwa eine Rechnungskopie, eine Bestellnummer oder einen Lieferschein, geben Sie uns bitte Bescheid. Wir senden es Ihnen umgehend zu.',
      'Haben Sie die Zahlung bereits veranlasst, danken wir Ihnen; es ist dann nichts weiter zu tun.',
    ],
  },

  secondReminder: {
    subject: (s) =>
      s.count === 1
        ? `Zweite Erinnerung: Rechnung ${s.number}, ${s.sum}`
        : `Zweite Erinnerung: ${s.count} Rechnungen, ${s.sum}`,
    before: (s) => [
      `${s.writtenOn === undefined ? 'wir schreiben Ihnen noch einmal' : `am ${s.writtenOn} haben wir Ihnen geschrieben und melden uns noch einmal`} wegen der ${s.count === 1 ? 'folgenden Rechnung' : 'folgenden Rechnungen'}. In unseren Büchern, die Zahlungseingänge bis zum ${s.asOf} berücksichtigen, sind ${s.sum} noch offen.`,
      `Wir bitten Sie, ${s.payBy === undefined ? 'in den nächsten Tagen' : `bis zum ${s.payBy}`} zu zahlen oder uns den Tag zu nennen, an dem Sie zahlen werden.`,
    ],
    after: () => [
      'Sollte unser erstes Schreiben nicht die richtige Person erreicht haben, leiten Sie dieses bitte weiter oder nennen Sie uns, an wen wir uns wenden dürfen.',
      paid,
    ],
  },

  finalNotice: {
    subject: (s) =>
      s.count === 1
        ? `Letzte Mahnung: Rechnung ${s.number}, ${s.sum}`
        : `Letzte Mahnung: ${s.count} Rechnungen, ${s.sum}`,
    before: (s) => [
      `${s.writtenOn === undefined ? 'wir haben Ihnen' : `am ${s.writtenOn} haben wir Ihnen`} wegen der ${s.count === 1 ? 'folgenden Rechnung' : 'folgenden Rechnungen'} geschrieben. In unseren Büchern, die Zahlungseingänge bis zum ${s.asOf} berücksichtigen, sind ${s.sum} noch offen.`,
      `Dies ist unser letztes Schreiben vor weiteren Schritten. Wir bitten Sie, ${s.sum} ${s.payBy === undefined ? 'umgehend' : `bis zum ${s.payBy}`} zu zahlen oder uns schriftlich einen Zahlungstermin zu nennen.`,
    ],
    after: (s) => [
      s.late ?? lateInGeneral,
      'Hören wir nichts von Ihnen, werden wir die Schritte einleiten, die Vertrag oder Gesetz vorsehen. Lieber wäre uns eine Klärung mit Ihnen selbst.',
      paid,
    ],
  },

  wroteOn: (on, to) => `am ${on} an ${to}`,

  serviceHold: {
    subject: (s) => `Ihr Zugang ruht: ${s.sum} offen`,
    before: (s) => [
      `ab heute ruht Ihr Zugang zu unserem Dienst, weil für die ${s.count === 1 ? 'folgende Rechnung' : 'folgenden Rechnungen'} noch ${s.sum} offen sind. Ihre Daten bleiben unverändert erhalten.`,
      ...(s.written === undefined
        ? []
        : [
            `Wir haben Ihnen dazu ${s.written} geschrieben. Falls Sie diese Mails nicht gesehen haben, sehen Sie bitte auch im Spam-Ordner nach.`,
          ]),
      'Der Zugang wird wieder geöffnet, sobald die Zahlung eingegangen ist oder Sie uns einen Tag nennen, an dem Sie zahlen werden.',
    ],
    after: (s) => [
      `Unsere Bücher berücksichtigen Zahlungseingänge bis zum ${s.asOf}. Haben Sie seitdem gezahlt, genügt eine kurze Nachricht, und wir öffnen den Zugang sofort.`,
    ],
  },

  restored: {
    service: restored(
      'Ihr Zugang ist wieder offen',
      'Ihr Zugang zu unserem Dienst ist ab sofort wieder offen.',
    ),
    order: restored(
      'Wir nehmen Ihre Bestellungen wieder auf',
      'neue Bestellungen ruhen nicht länger: Wir nehmen sie ab sofort wieder auf.',
    ),
    credit: restored(
      'Neue Bestellungen wieder auf Rechnung',
      'neue Bestellungen liefern wir ab sofort wieder auf Rechnung. Eine Vorauszahlung ist nicht mehr nötig.',
    ),
  },

  ordersSuspended: {
    subject: (s) => `Neue Bestellungen ruhen vorerst: ${s.sum} offen`,
    before: (s) => [
      `neue Bestellungen ruhen ab heute, bis die ${s.count === 1 ? 'folgende Rechnung' : 'folgenden Rechnungen'} beglichen ${s.count === 1 ? 'ist' : 'sind'}. In unseren Büchern, die Zahlungseingänge bis zum ${s.asOf} berücksichtigen, sind ${s.sum} offen.`,
      ...(s.written === undefined ? [] : [`Wir haben Ihnen dazu ${s.written} geschrieben.`]),
    ],
    after: () => [
      'Sobald die Zahlung eingegangen ist, nehmen wir Ihre Bestellungen wieder auf. Sollte der Zahlung etwas entgegenstehen, teilen Sie uns bitte mit, was es ist.',
      paid,
    ],
  },

  prepayment: {
    subject: () => 'Neue Bestellungen gegen Vorkasse',
    before: (s) => [
      'neue Bestellungen führen wir ab heute gegen Vorauszahlung aus. Was bereits läuft, bleibt wie vereinbart.',
      ...(s.count === 0
        ? []
        : [
            `In unseren Büchern, die Zahlungseingänge bis zum ${s.asOf} berücksichtigen, sind noch ${s.sum} offen:`,
          ]),
    ],
    after: () => ['Über eine Lieferung auf Rechnung sprechen wir gern wieder, sobald Offenes beglichen ist.'],
  },

  thanks: {
    subject: () => 'Vielen Dank für Ihre Zahlung',
    before: (s) => [
      `Ihre Zahlung ist eingegangen; in unseren Büchern, die Zahlungseingänge bis zum ${s.asOf} berücksichtigen, ist nichts Fälliges mehr offen. Vielen Dank.`,
    ],
    after: () => ['Wir freuen uns auf die weitere Zusammenarbeit.'],
  },
};

/** What is open again, and thanks for what they did for it. */
function restored(subject: string, opening: string): LetterWording<SpokenRestored> {
  const thanks = ({ promised }: SpokenRestored): string =>
    promised === undefined
      ? 'Vielen Dank für Ihre Zahlung.'
      : `Vielen Dank für Ihre Zusage, dass ${promised.sum} bis zum ${promised.on} eingehen. Wir verlassen uns auf diesen Tag.`;
  return {
    subject: () => subject,
    before: (s) => (s.byUs ? [opening] : [opening, thanks(s)]),
    after: () => [],
  };
}
