import { dayFormat } from './day-format.ts';
import { furtherItalian } from './further/italian.ts';
import { lateItalian } from './late/italian.ts';
import { lockedItalian } from './locked/italian.ts';
import type { Wording } from './wording.ts';

export const italian: Wording = {
  locale: 'it',
  date: dayFormat('it', { day: '2-digit', month: '2-digit', year: 'numeric' }),
  greeting: ({ contact, name }) => (contact ? `Gentile ${contact},` : `Spettabile ${name},`),
  columns: {
    number: 'Fattura',
    issued: 'Data fattura',
    due: 'Scadenza',
    daysOverdue: 'Giorni di ritardo',
    invoiced: 'Importo fattura',
    paid: 'Pagato',
    credited: 'Nota di credito',
    amount: 'Importo da saldare',
    rests: 'Non richiesto ora',
    demanded: 'Richiesto ora',
  },
  total: 'Totale',
  customerNumber: 'Codice cliente',
  page: (page, pages) => `Pagina ${page} di ${pages}`,
  bankDetails: 'Coordinate bancarie',
  payment: {
    holder: 'Intestatario',
    bank: 'Banca',
    amount: 'Importo',
    reference: 'Causale',
    scan: 'Inquadrare con l’app della banca per pagare',
  },
  taxId: 'P. IVA/C.F.',
  rests: (sum) =>
    `Della somma aperta, ${sum} è in corso di verifica, è stato promesso o è già in arrivo. Questa parte non è richiesta con la presente; resta dovuta nella misura in cui è giustificata.`,
  enclosed: (count, numbers) =>
    count === 1
      ? `Alleghiamo copia della fattura ${numbers}.`
      : `Alleghiamo copia delle seguenti fatture: ${numbers}.`,
  onRequest: (numbers) =>
    `Su richiesta vi invieremo volentieri anche copia di ${numbers}, troppo grande per questo invio.`,
  accountOnInvoices:
    'Vi preghiamo di versare l’importo sul conto indicato nelle fatture, citando i numeri delle fatture.',
  questions: (replyTo) => `Per qualsiasi domanda potete contattarci a ${replyTo}.`,
  closing: 'Distinti saluti',
  copyTo: (names) => `In copia: ${names}`,
  late: lateItalian,
  locked: lockedItalian,
  further: furtherItalian,

  reminder: {
    subject: (s) =>
      s.count === 1 ? `La fattura ${s.number} è in scadenza` : `${s.count} fatture sono in scadenza`,
    before: (s) => [
      s.count === 1
        ? 'desideriamo ricordarvi cortesemente che la seguente fattura scade nei prossimi giorni.'
        : 'desideriamo ricordarvi cortesemente che le seguenti fatture scadono nei prossimi giorni.',
    ],
    after: () => [
      'Se per pagare puntualmente vi occorre qualcosa da parte nostra, ad esempio una copia della fattura, un numero d’ordine o un documento di trasporto, vi preghiamo di comunicarcelo: ve lo invieremo subito.',
      'Se avete già disposto il pagamento, vi ringraziamo; non occorre fare altro.',
    ],
  },

  paymentDemand: {
    subject: (s) =>
      s.count === 1
        ? `Richiesta di pagamento: fattura ${s.number}, ${s.sum}`
        : `Richiesta di pagamento: ${s.count} fatture, ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `desideriamo richiamare la vostra attenzione sulla fattura qui indicata, che è scaduta. Nei nostri registri, aggiornati ai pagamenti ricevuti fino al ${s.asOf}, l’importo risulta ancora da saldare. Si tratta probabilmente di una svista.`
        : `desideriamo richiamare la vostra attenzione sulle fatture qui indicate, che sono scadute. Nei nostri registri, aggiornati ai pagamenti ricevuti fino al ${s.asOf}, gli importi risultano ancora da saldare. Si tratta probabilmente di una svista.`,
      s.payBy === undefined
        ? `Vi chiediamo di voler pagare senza indugio la somma di ${s.sum}.`
        : `Vi chiediamo di voler pagare la somma di ${s.sum} entro il ${s.payBy}.`,
    ],
    after: (s) => [
      s.late ??
        'In caso di ritardo nel pagamento possono essere addebitati gli interessi di mora e un risarcimento dei costi di recupero, nella misura prevista dal contratto o dalla legge. Gli importi sopra indicati non li comprendono.',
      'Se qualcosa impedisce il pagamento, vi preghiamo di farci sapere di che cosa si tratta e in quale giorno possiamo attenderlo.',
      'Se nel frattempo avete già pagato, vi preghiamo di non tenere conto della presente e vi ringraziamo.',
    ],
  },

  formalClaim: {
    subject: (s) => `Diffida e messa in mora: ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `con lettera del ${s.demandedOn} vi abbiamo chiesto per iscritto di pagare la fattura qui indicata. Nei nostri registri, aggiornati ai pagamenti ricevuti fino al ${s.asOf}, risulta tuttora insoluta.`
        : `con lettera del ${s.demandedOn} vi abbiamo chiesto per iscritto di pagare le fatture qui indicate. Nei nostri registri, aggiornati ai pagamenti ricevuti fino al ${s.asOf}, risultano tuttora insolute.`,
    ],
    after: (s) => [
      `Con la presente vi invitiamo formalmente a pagare la somma di ${s.sum}. L’intero importo dovrà pervenire sul nostro conto entro il ${s.deadline}.`,
      'In mancanza, sottoporremo il caso all’autorità giudiziaria competente senza ulteriore avviso. Gli interessi di mora e le spese del procedimento potranno allora essere richiesti in aggiunta, nella misura prevista dal contratto o dalla legge. La presente vale quale costituzione in mora a ogni effetto di legge.',
      'Preferiremmo di gran lunga risolvere la questione direttamente con voi. Se contestate una fattura o potete indicare una data di pagamento, vi preghiamo di comunicarcelo per iscritto prima della scadenza del termine.',
      'Se nel frattempo avete già pagato, vi preghiamo di non tenere conto della presente e vi ringraziamo.',
    ],
    alsoOpen: 'Risultano inoltre da saldare, e non sono oggetto della presente:',
  },
};
