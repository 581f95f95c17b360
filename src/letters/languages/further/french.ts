import type { LetterWording } from '../spoken.ts';
import type { FurtherWording, SpokenRestored } from './wording.ts';

const paid =
  'Si vous avez payé entre-temps, veuillez ne pas tenir compte de cette lettre et recevoir nos remerciements.';

const lateInGeneral =
  'En cas de retard, des intérêts et une indemnité pour frais de recouvrement peuvent être facturés, dans la mesure prévue par le contrat ou la loi. Les montants ci-dessus ne les comprennent pas.';

export const furtherFrench: FurtherWording = {
  overdueReminder: {
    subject: (s) =>
      s.count === 1
        ? `Rappel\u00a0: facture ${s.number}, ${s.sum}`
        : `Rappel\u00a0: ${s.count} factures ouvertes, ${s.sum}`,
    before: (s) => [
      `Nous vous rappelons aimablement ${s.count === 1 ? 'la facture suivante' : 'les factures suivantes'}. Dans nos livres, qui comprennent les paiements reçus jusqu’au ${s.asOf}, la somme de ${s.sum} est encore ouverte. Il s’agit peut-être d’un simple oubli.`,
    ],
    after: () => [
      'S’il vous manque quelque chose de notre part pour payer, par exemple une copie de la facture, un numéro de commande ou un bon de livraison, dites-le-nous et nous vous l’enverrons aussitôt.',
      'Si le paiement est déjà en route, merci beaucoup\u00a0; il n’y a rien d’autre à faire.',
    ],
  },

  secondReminder: {
    subject: (s) =>
      s.count === 1
        ? `Deuxième rappel\u00a0: facture ${s.number}, ${s.sum}`
        : `Deuxième rappel\u00a0: ${s.count} factures, ${s.sum}`,
    before: (s) => [
      `${s.writtenOn === undefined ? 'Nous vous écrivons de nouveau' : `Nous vous avons écrit en date du ${s.writtenOn} et vous écrivons de nouveau`} au sujet ${s.count === 1 ? 'de la facture ci-dessous' : 'des factures ci-dessous'}. Dans nos livres, qui comprennent les paiements reçus jusqu’au ${s.asOf}, la somme de ${s.sum} est encore ouverte.`,
      `Nous vous prions de payer ${s.payBy === undefined ? 'dans les prochains jours' : `au plus tard le ${s.payBy}`}, ou de nous indiquer le jour où vous le ferez.`,
    ],
    after: () => [
      'Si notre première lettre n’est pas parvenue à la bonne personne, veuillez lui transmettre celle-ci ou nous dire à qui écrire.',
      paid,
    ],
  },

  finalNotice: {
    subject: (s) =>
      s.count === 1
        ? `Dernier avis\u00a0: facture ${s.number}, ${s.sum}`
        : `Dernier avis\u00a0: ${s.count} factures, ${s.sum}`,
    before: (s) => [
      `Nous vous avons écrit${s.writtenOn === undefined ? '' : ` en date du ${s.writtenOn}`} au sujet ${s.count === 1 ? 'de la facture ci-dessous' : 'des factures ci-dessous'}. Dans nos livres, qui comprennent les paiements reçus jusqu’au ${s.asOf}, la somme de ${s.sum} est encore ouverte.`,
      `Ceci est notre dernière lettre avant d’autres démarches. Nous vous prions de payer ${s.sum} ${s.payBy === undefined ? 'sans tarder' : `au plus tard le ${s.payBy}`}, ou de nous indiquer par écrit un jour de paiement.`,
    ],
    after: (s) => [
      s.late ?? lateInGeneral,
      'Sans nouvelles de votre part, nous entreprendrons les démarches que prévoit le contrat ou la loi. Nous préférerions de beaucoup régler cela directement avec vous.',
      paid,
    ],
  },

  wroteOn: (on, to) => `le ${on} à ${to}`,

  serviceHold: {
    subject: (s) => `Votre accès est suspendu\u00a0: ${s.sum} ouvert`,
    before: (s) => [
      `À partir d’aujourd’hui, votre accès à notre service est suspendu, car la somme de ${s.sum} est ouverte pour ${s.count === 1 ? 'la facture ci-dessous' : 'les factures ci-dessous'}. Vos données restent telles quelles.`,
      ...(s.written === undefined
        ? []
        : [
            `Nous vous avons écrit à ce sujet ${s.written}. Si vous n’avez pas vu ces messages, veuillez regarder aussi dans le dossier des indésirables (spam).`,
          ]),
      'L’accès revient dès que le paiement est arrivé, ou dès que vous nous indiquez le jour où vous paierez.',
    ],
    after: (s) => [
      `Nos livres comprennent les paiements reçus jusqu’au ${s.asOf}. Si vous avez payé depuis, un mot suffit et nous ouvrirons l’accès aussitôt.`,
    ],
  },

  restored: {
    service: restored(
      'Votre accès est de nouveau ouvert',
      'Votre accès à notre service est de nouveau ouvert, dès maintenant.',
    ),
    order: restored(
      'Nous reprenons vos commandes',
      'Les nouvelles commandes n’attendent plus\u00a0: nous les reprenons dès maintenant.',
    ),
    credit: restored(
      'Nouvelles commandes de nouveau à terme',
      'Dès maintenant, les nouvelles commandes sont de nouveau à terme. Le paiement d’avance n’est plus nécessaire.',
    ),
  },

  ordersSuspended: {
    subject: (s) => `Les nouvelles commandes attendent pour l’instant\u00a0: ${s.sum} ouvert`,
    before: (s) => [
      `À partir d’aujourd’hui, les nouvelles commandes attendent que ${s.count === 1 ? 'la facture ci-dessous soit réglée' : 'les factures ci-dessous soient réglées'}. Dans nos livres, qui comprennent les paiements reçus jusqu’au ${s.asOf}, la somme de ${s.sum} est ouverte.`,
      ...(s.written === undefined ? [] : [`Nous vous avons écrit à ce sujet ${s.written}.`]),
    ],
    after: () => [
      'Nous reprendrons vos commandes dès que le paiement sera arrivé. Si quelque chose s’y oppose, dites-nous de quoi il s’agit.',
      paid,
    ],
  },

  prepayment: {
    subject: () => 'Nouvelles commandes contre paiement d’avance',
    before: (s) => [
      'À partir d’aujourd’hui, nous exécutons les nouvelles commandes contre paiement d’avance. Ce qui est en cours reste comme convenu.',
      ...(s.count === 0
        ? []
        : [
            `Dans nos livres, qui comprennent les paiements reçus jusqu’au ${s.asOf}, la somme de ${s.sum} est encore ouverte\u00a0:`,
          ]),
    ],
    after: () => [
      'Nous reparlerons volontiers de paiement à terme dès que ce qui est ouvert aura été réglé.',
    ],
  },

  thanks: {
    subject: () => 'Merci pour votre paiement',
    before: (s) => [
      `Votre paiement est arrivé et, dans nos livres, qui comprennent les paiements reçus jusqu’au ${s.asOf}, rien d’échu n’est plus ouvert. Merci.`,
    ],
    after: () => ['Au plaisir de continuer à travailler avec vous.'],
  },
};

/** What is open again, and thanks for what they did for it. */
function restored(subject: string, opening: string): LetterWording<SpokenRestored> {
  const thanks = ({ promised }: SpokenRestored): string =>
    promised === undefined
      ? 'Merci pour votre paiement.'
      : `Merci de nous avoir dit que ${promised.sum} arrivera au plus tard le ${promised.on}. Nous comptons sur ce jour.`;
  return {
    subject: () => subject,
    before: (s) => (s.byUs ? [opening] : [opening, thanks(s)]),
    after: () => [],
  };
}
