import { dayFormat } from './day-format.ts';
import { furtherFrench } from './further/french.ts';
import { lateFrench } from './late/french.ts';
import { lockedFrench } from './locked/french.ts';
import type { Wording } from './wording.ts';

export const french: Wording = {
  locale: 'fr',
  date: dayFormat('fr', { day: '2-digit', month: '2-digit', year: 'numeric' }),
  // Whether the contact is a Madame or a Monsieur is not known.
  greeting: ({ contact }) => (contact ? `Bonjour ${contact},` : 'Madame, Monsieur,'),
  columns: {
    number: 'Facture',
    issued: 'Date',
    due: 'Échéance',
    daysOverdue: 'Jours de retard',
    invoiced: 'Montant facturé',
    paid: 'Payé',
    credited: 'Avoir',
    amount: 'Montant ouvert',
    rests: 'Non demandé à ce jour',
    demanded: 'Demandé à ce jour',
  },
  total: 'Total',
  customerNumber: 'Numéro de client',
  page: (page, pages) => `Page ${page} sur ${pages}`,
  bankDetails: 'Coordonnées bancaires',
  payment: {
    holder: 'Titulaire',
    bank: 'Banque',
    amount: 'Montant',
    reference: 'Référence',
    scan: 'À scanner avec l’application de votre banque pour payer',
  },
  taxId: 'N° TVA/fiscal',
  rests: (sum) =>
    `De la somme ouverte, ${sum} est en cours de vérification, a été promis ou est déjà en route. La présente ne demande pas cette part\u00a0; elle reste due dans la mesure où elle est justifiée.`,
  enclosed: (count, numbers) =>
    count === 1
      ? `Vous trouverez ci-joint une copie de la facture ${numbers}.`
      : `Vous trouverez ci-joint une copie des factures suivantes\u00a0: ${numbers}.`,
  onRequest: (numbers) =>
    `Sur demande, nous vous enverrons volontiers une copie de ${numbers}, trop volumineuse pour cet envoi.`,
  accountOnInvoices:
    'Nous vous prions de payer sur le compte indiqué sur les factures, en rappelant leurs numéros.',
  questions: (replyTo) => `Pour toute question, vous pouvez nous joindre à ${replyTo}.`,
  closing: 'Cordialement',
  copyTo: (names) => `Copie\u00a0: ${names}`,
  late: lateFrench,
  locked: lockedFrench,
  further: furtherFrench,

  reminder: {
    subject: (s) =>
      s.count === 1 ? `La facture ${s.number} arrive à échéance` : `${s.count} factures arrivent à échéance`,
    before: (s) => [
      s.count === 1
        ? 'Nous vous rappelons aimablement que la facture suivante arrive à échéance dans les prochains jours.'
        : 'Nous vous rappelons aimablement que les factures suivantes arrivent à échéance dans les prochains jours.',
    ],
    after: () => [
      'S’il vous manque quelque chose de notre part pour payer à temps, par exemple une copie de la facture, un numéro de commande ou un bon de livraison, dites-le-nous et nous vous l’enverrons aussitôt.',
      'Si le paiement est déjà en route, merci beaucoup\u00a0; il n’y a rien d’autre à faire.',
    ],
  },

  paymentDemand: {
    subject: (s) =>
      s.count === 1
        ? `Demande de paiement\u00a0: facture ${s.number}, ${s.sum}`
        : `Demande de paiement\u00a0: ${s.count} factures, ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `Nous nous permettons d’attirer votre attention sur la facture ci-dessous. Son échéance est passée et, dans nos livres, qui comprennent les paiements reçus jusqu’au ${s.asOf}, le montant indiqué est encore ouvert. Il s’agit peut-être d’un simple oubli.`
        : `Nous nous permettons d’attirer votre attention sur les factures ci-dessous. Leur échéance est passée et, dans nos livres, qui comprennent les paiements reçus jusqu’au ${s.asOf}, les montants indiqués sont encore ouverts. Il s’agit peut-être d’un simple oubli.`,
      s.payBy === undefined
        ? `Nous vous prions de payer ${s.sum} sans tarder.`
        : `Nous vous prions de payer ${s.sum} au plus tard le ${s.payBy}.`,
    ],
    after: (s) => [
      s.late ??
        'En cas de retard, des intérêts et une indemnité pour frais de recouvrement peuvent être facturés, dans la mesure prévue par le contrat ou la loi. Les montants ci-dessus ne les comprennent pas.',
      'Si quelque chose s’oppose au paiement, dites-nous de quoi il s’agit et quel jour nous pouvons l’attendre.',
      'Si vous avez payé entre-temps, veuillez ne pas tenir compte de cette lettre et recevoir nos remerciements.',
    ],
  },

  formalClaim: {
    subject: (s) => `Mise en demeure de payer\u00a0: ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `Par lettre du ${s.demandedOn}, nous vous avons demandé par écrit de payer la facture ci-dessous. Dans nos livres, qui comprennent les paiements reçus jusqu’au ${s.asOf}, elle est toujours ouverte.`
        : `Par lettre du ${s.demandedOn}, nous vous avons demandé par écrit de payer les factures ci-dessous. Dans nos livres, qui comprennent les paiements reçus jusqu’au ${s.asOf}, elles sont toujours ouvertes.`,
    ],
    after: (s) => [
      `Par la présente, nous vous mettons en demeure de payer ${s.sum}. La somme entière doit être arrivée sur notre compte au plus tard le ${s.deadline}.`,
      'Si elle n’est pas arrivée ce jour-là, nous porterons l’affaire devant le tribunal compétent sans autre avis. Des intérêts de retard et les frais de procédure pourront alors être demandés en plus, dans la mesure prévue par le contrat ou la loi.',
      'Nous préférerions de beaucoup régler cette affaire directement avec vous. Si vous contestez une facture ou pouvez indiquer un jour de paiement, dites-le-nous par écrit avant cette date.',
      'Si vous avez payé entre-temps, veuillez ne pas tenir compte de cette lettre et recevoir nos remerciements.',
    ],
    alsoOpen: 'Sont également ouvertes, sans faire partie de cette mise en demeure\u00a0:',
  },
};
