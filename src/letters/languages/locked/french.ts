import type { LockedWording } from './wording.ts';

const heldBack = {
  service: 'L’accès au service est suspendu pour le moment',
  order: 'Les nouvelles commandes sont en attente pour le moment',
  credit: 'Les nouvelles commandes sont possibles contre paiement d’avance pour le moment',
} as const;

const staysAsIs = {
  service: 'votre accès reste ouvert',
  order: 'vos commandes se poursuivent sans interruption',
  credit: 'vous puissiez continuer à commander sur facture',
} as const;

const from = {
  service: 'l’accès sera suspendu',
  order: 'les nouvelles commandes resteront en attente',
  credit: 'les nouvelles commandes se feront contre paiement d’avance',
} as const;

export const lockedFrench: LockedWording = {
  title: {
    service: 'L’accès est suspendu',
    order: 'Les nouvelles commandes sont en attente',
    credit: 'Nouvelles commandes contre paiement d’avance',
  },
  because: (held, s) =>
    `${heldBack[held]}, car un paiement ne nous est pas encore parvenu : ${s.sum} pour ${s.count === 1 ? 'la facture' : 'les factures'} ${s.numbers}, échéance depuis le ${s.since}. Nos livres tiennent compte des paiements reçus jusqu’au ${s.asOf}.`,
  oversight: 'Il s’agit sans doute d’un oubli, et cela se règle vite.',
  ends: (held, byPromise) => {
    const back = held === 'service' ? 'L’accès est rétabli' : 'Tout redevient comme avant';
    return byPromise
      ? `${back} aussitôt que le paiement est enregistré. Si c’est urgent, indiquez-nous le jour où vous paierez, et nous rouvrirons immédiatement.`
      : `${back} aussitôt que le paiement est enregistré.`;
  },
  promiseAgainFrom: (day) =>
    `Une réouverture contre une date de paiement est de nouveau possible à partir du ${day}.`,
  manager: (name) => `Votre interlocuteur chez nous : ${name}.`,
  questions: (replyTo) => `Vous pouvez nous joindre à ${replyTo}.`,
  written: (count, places) =>
    `Nous vous avons écrit à ce sujet ${places}. Si ${count === 1 ? 'ce message ne vous est pas parvenu' : 'ces messages ne vous sont pas parvenus'}, veuillez aussi regarder dans vos courriers indésirables.`,
  place: (day, to) => `le ${day} à ${to}`,
  paid: 'Si vous avez déjà payé, merci beaucoup : dites-le-nous, et nous vérifierons aussitôt.',
  warning: (held, day) =>
    `Pour que ${staysAsIs[held]}, le paiement devrait nous parvenir avant le ${day}. À partir de ce jour, ${from[held]} jusqu’à son arrivée.`,
};
