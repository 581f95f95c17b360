import type { LetterWording } from '../spoken.ts';
import type { FurtherWording, SpokenRestored } from './wording.ts';

const paid =
  'Se nel frattempo avete già pagato, vi preghiamo di non tenere conto della presente e vi ringraziamo.';

const lateInGeneral =
  'In caso di ritardo possono essere addebitati interessi di mora e un importo per i costi di recupero, nella misura prevista dal contratto o dalla legge. Gli importi sopra indicati non li comprendono.';

export const furtherItalian: FurtherWording = {
  overdueReminder: {
    subject: (s) =>
      s.count === 1
        ? `Promemoria: fattura ${s.number}, ${s.sum}`
        : `Promemoria: ${s.count} fatture aperte, ${s.sum}`,
    before: (s) => [
      `desideriamo ricordarvi cortesemente ${s.count === 1 ? 'la seguente fattura' : 'le seguenti fatture'}. Nella nostra contabilità, che comprende i pagamenti ricevuti fino al ${s.asOf}, risulta ancora da saldare l’importo di ${s.sum}. Forse è semplicemente sfuggito.`,
    ],
    after: () => [
      'Se per il pagamento vi occorre qualcosa da parte nostra, ad esempio una copia della fattura, un numero d’ordine o un documento di trasporto, vi preghiamo di comunicarcelo: ve lo invieremo subito.',
      'Se avete già disposto il pagamento, vi ringraziamo; non occorre fare altro.',
    ],
  },

  secondReminder: {
    subject: (s) =>
      s.count === 1
        ? `Secondo promemoria: fattura ${s.number}, ${s.sum}`
        : `Secondo promemoria: ${s.count} fatture, ${s.sum}`,
    before: (s) => [
      `${s.writtenOn === undefined ? 'vi scriviamo nuovamente' : `vi abbiamo scritto in data ${s.writtenOn} e torniamo a scrivervi`} in merito ${s.count === 1 ? 'alla seguente fattura' : 'alle seguenti fatture'}. Nella nostra contabilità, che comprende i pagamenti ricevuti fino al ${s.asOf}, risulta ancora da saldare l’importo di ${s.sum}.`,
      `Vi preghiamo di pagare ${s.payBy === undefined ? 'nei prossimi giorni' : `entro il ${s.payBy}`} oppure di indicarci il giorno in cui pagherete.`,
    ],
    after: () => [
      'Se la nostra prima lettera non è giunta alla persona giusta, vi preghiamo di inoltrare la presente o di indicarci a chi scrivere.',
      paid,
    ],
  },

  finalNotice: {
    subject: (s) =>
      s.count === 1
        ? `Ultimo avviso: fattura ${s.number}, ${s.sum}`
        : `Ultimo avviso: ${s.count} fatture, ${s.sum}`,
    before: (s) => [
      `${s.writtenOn === undefined ? 'vi abbiamo scritto' : `in data ${s.writtenOn} vi abbiamo scritto`} in merito ${s.count === 1 ? 'alla seguente fattura' : 'alle seguenti fatture'}. Nella nostra contabilità, che comprende i pagamenti ricevuti fino al ${s.asOf}, risulta ancora da saldare l’importo di ${s.sum}.`,
      `Questa è la nostra ultima lettera prima di ulteriori passi. Vi preghiamo di pagare ${s.sum} ${s.payBy === undefined ? 'senza indugio' : `entro il ${s.payBy}`} oppure di indicarci per iscritto un giorno di pagamento.`,
    ],
    after: (s) => [
      s.late ?? lateInGeneral,
      'In mancanza di un vostro riscontro intraprenderemo i passi previsti dal contratto o dalla legge. Preferiremmo di gran lunga una soluzione concordata con voi.',
      paid,
    ],
  },

  wroteOn: (on, to) => `il ${on} a ${to}`,

  serviceHold: {
    subject: (s) => `Il vostro accesso è sospeso: ${s.sum} da saldare`,
    before: (s) => [
      `da oggi il vostro accesso al nostro servizio è sospeso, perché per ${s.count === 1 ? 'la seguente fattura' : 'le seguenti fatture'} risulta da saldare l’importo di ${s.sum}. I vostri dati restano come sono.`,
      ...(s.written === undefined
        ? []
        : [
            `Vi abbiamo scritto in merito ${s.written}. Se non avete visto queste e-mail, vi preghiamo di controllare anche la cartella della posta indesiderata (spam).`,
          ]),
      'L’accesso verrà riaperto non appena il pagamento sarà arrivato o ci avrete indicato il giorno in cui pagherete.',
    ],
    after: (s) => [
      `La nostra contabilità comprende i pagamenti ricevuti fino al ${s.asOf}. Se avete pagato dopo tale data, basta un breve messaggio e riapriremo subito l’accesso.`,
    ],
  },

  restored: {
    service: restored(
      'Il vostro accesso è di nuovo aperto',
      'il vostro accesso al nostro servizio è di nuovo aperto, da questo momento.',
    ),
    order: restored(
      'Riprendiamo i vostri ordini',
      'i nuovi ordini non sono più in attesa: li riprendiamo da questo momento.',
    ),
    credit: restored(
      'Nuovi ordini di nuovo su fattura',
      'da questo momento i nuovi ordini sono di nuovo su fattura. Il pagamento anticipato non è più necessario.',
    ),
  },

  ordersSuspended: {
    subject: (s) => `Nuovi ordini per ora in attesa: ${s.sum} da saldare`,
    before: (s) => [
      `da oggi i nuovi ordini restano in attesa fino al saldo ${s.count === 1 ? 'della seguente fattura' : 'delle seguenti fatture'}. Nella nostra contabilità, che comprende i pagamenti ricevuti fino al ${s.asOf}, risulta da saldare l’importo di ${s.sum}.`,
      ...(s.written === undefined ? [] : [`Vi abbiamo scritto in merito ${s.written}.`]),
    ],
    after: () => [
      'Riprenderemo i vostri ordini non appena il pagamento sarà arrivato. Se qualcosa vi si oppone, vi preghiamo di comunicarci di che cosa si tratta.',
      paid,
    ],
  },

  prepayment: {
    subject: () => 'Nuovi ordini con pagamento anticipato',
    before: (s) => [
      'da oggi eseguiamo i nuovi ordini con pagamento anticipato. Quanto è già in corso resta come concordato.',
      ...(s.count === 0
        ? []
        : [
            `Nella nostra contabilità, che comprende i pagamenti ricevuti fino al ${s.asOf}, risulta ancora da saldare l’importo di ${s.sum}:`,
          ]),
    ],
    after: () => [
      'Torneremo volentieri a parlare di pagamento su fattura quando quanto è aperto sarà saldato.',
    ],
  },

  thanks: {
    subject: () => 'Grazie per il vostro pagamento',
    before: (s) => [
      `il vostro pagamento è arrivato e nella nostra contabilità, che comprende i pagamenti ricevuti fino al ${s.asOf}, non risulta più nulla di scaduto. Grazie.`,
    ],
    after: () => ['Saremo lieti di continuare a lavorare con voi.'],
  },
};

/** What is open again, and thanks for what they did for it. */
function restored(subject: string, opening: string): LetterWording<SpokenRestored> {
  const thanks = ({ promised }: SpokenRestored): string =>
    promised === undefined
      ? 'Grazie per il vostro pagamento.'
      : `Grazie per averci comunicato che ${promised.sum} arriverà entro il ${promised.on}. Facciamo affidamento su questa data.`;
  return {
    subject: () => subject,
    before: (s) => (s.byUs ? [opening] : [opening, thanks(s)]),
    after: () => [],
  };
}
