import type { LockedWording } from './wording.ts';

const heldBack = {
  service: 'L’accesso al servizio è momentaneamente sospeso',
  order: 'I nuovi ordini sono momentaneamente in attesa',
  credit: 'I nuovi ordini sono momentaneamente possibili con pagamento anticipato',
} as const;

const staysAsIs = {
  service: 'il vostro accesso resti attivo',
  order: 'i vostri ordini proseguano senza interruzioni',
  credit: 'possiate continuare a ordinare con pagamento differito',
} as const;

const from = {
  service: 'l’accesso sarà sospeso',
  order: 'i nuovi ordini resteranno in attesa',
  credit: 'i nuovi ordini saranno con pagamento anticipato',
} as const;

export const lockedItalian: LockedWording = {
  title: {
    service: 'L’accesso è sospeso',
    order: 'I nuovi ordini sono in attesa',
    credit: 'Nuovi ordini con pagamento anticipato',
  },
  because: (held, s) =>
    `${heldBack[held]}, perché un pagamento non ci è ancora pervenuto: ${s.sum} per ${s.count === 1 ? 'la fattura' : 'le fatture'} ${s.numbers}, con scadenza dal ${s.since}. I nostri registri sono aggiornati ai pagamenti ricevuti fino al ${s.asOf}.`,
  oversight: 'Si tratta probabilmente di una svista, e si risolve in fretta.',
  ends: (held, byPromise) => {
    const back = held === 'service' ? 'L’accesso torna subito attivo' : 'Tutto torna subito come prima';
    return byPromise
      ? `${back} non appena il pagamento è registrato. Se vi serve prima, comunicateci il giorno in cui pagherete e lo riattiveremo immediatamente.`
      : `${back} non appena il pagamento è registrato.`;
  },
  promiseAgainFrom: (day) =>
    `La riattivazione sulla base di una data di pagamento è di nuovo possibile dal ${day}.`,
  manager: (name) => `Il vostro referente da noi è ${name}.`,
  questions: (replyTo) => `Potete contattarci a ${replyTo}.`,
  written: (count, places) =>
    `Vi abbiamo scritto al riguardo ${places}. Se ${count === 1 ? 'il messaggio non è arrivato' : 'i messaggi non sono arrivati'}, vi preghiamo di controllare anche la cartella della posta indesiderata.`,
  place: (day, to) => `il ${day} a ${to}`,
  paid: 'Se avete già pagato, vi ringraziamo: vi preghiamo di comunicarcelo e verificheremo subito.',
  warning: (held, day) =>
    `Perché ${staysAsIs[held]}, il pagamento dovrebbe pervenirci prima del ${day}. Da quel giorno ${from[held]} fino al suo arrivo.`,
};
