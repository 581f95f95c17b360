import type { LetterWording } from '../spoken.ts';
import type { FurtherWording, SpokenRestored } from './wording.ts';

const paid = 'Ja maksājums pa šo laiku jau ir veikts, lūdzam šo vēstuli neņemt vērā un pateicamies.';

const lateInGeneral =
  'Maksājuma kavējuma gadījumā var tikt aprēķināti nokavējuma procenti un parāda atgūšanas izdevumu atlīdzība, ciktāl to paredz līgums vai likums. Iepriekš norādītajās summās tie nav iekļauti.';

export const furtherLatvian: FurtherWording = {
  overdueReminder: {
    subject: (s) =>
      s.count === 1
        ? `Atgādinājums: rēķins ${s.number}, ${s.sum}`
        : `Atgādinājums: neapmaksāti rēķini (skaits: ${s.count}), ${s.sum}`,
    before: (s) => [
      `Laipni atgādinām par ${s.count === 1 ? 'šādu rēķinu' : 'šādiem rēķiniem'}. Mūsu uzskaitē, kurā iekļauti līdz ${s.asOf} saņemtie maksājumi, joprojām nav apmaksāta summa ${s.sum}. Iespējams, tas ir vienkārši palicis nepamanīts.`,
    ],
    after: () => [
      'Ja apmaksai Jums vēl kaut kas ir nepieciešams, piemēram, rēķina kopija, pasūtījuma numurs vai pavadzīme, lūdzam mums to paziņot, un mēs to nekavējoties nosūtīsim.',
      'Ja maksājums jau ir veikts, pateicamies; nekas vairāk nav jādara.',
    ],
  },

  secondReminder: {
    subject: (s) =>
      s.count === 1
        ? `Otrais atgādinājums: rēķins ${s.number}, ${s.sum}`
        : `Otrais atgādinājums: rēķinu skaits ${s.count}, ${s.sum}`,
    before: (s) => [
      `${s.writtenOn === undefined ? 'Rakstām Jums atkārtoti' : `Mēs Jums rakstījām (${s.writtenOn}) un rakstām atkārtoti`} par ${s.count === 1 ? 'tālāk norādīto rēķinu' : 'tālāk norādītajiem rēķiniem'}. Mūsu uzskaitē, kurā iekļauti līdz ${s.asOf} saņemtie maksājumi, joprojām nav apmaksāta summa ${s.sum}.`,
      `Lūdzam samaksāt ${s.payBy === undefined ? 'tuvākajās dienās' : `līdz ${s.payBy}`} vai paziņot dienu, kurā maksāsiet.`,
    ],
    after: () => [
      'Ja mūsu pirmā vēstule nav sasniegusi īsto personu, lūdzam šo pārsūtīt tālāk vai paziņot, kam mums rakstīt.',
      paid,
    ],
  },

  finalNotice: {
    subject: (s) =>
      s.count === 1
        ? `Pēdējais brīdinājums: rēķins ${s.number}, ${s.sum}`
        : `Pēdējais brīdinājums: rēķinu skaits ${s.count}, ${s.sum}`,
    before: (s) => [
      `Mēs Jums rakstījām${s.writtenOn === undefined ? '' : ` (${s.writtenOn})`} par ${s.count === 1 ? 'tālāk norādīto rēķinu' : 'tālāk norādītajiem rēķiniem'}. Mūsu uzskaitē, kurā iekļauti līdz ${s.asOf} saņemtie maksājumi, joprojām nav apmaksāta summa ${s.sum}.`,
      `Šī ir mūsu pēdējā vēstule pirms turpmākiem soļiem. Lūdzam ${s.payBy === undefined ? 'nekavējoties' : `līdz ${s.payBy}`} samaksāt ${s.sum} vai rakstveidā nosaukt samaksas dienu.`,
    ],
    after: (s) => [
      s.late ?? lateInGeneral,
      'Ja atbildi nesaņemsim, veiksim līgumā vai likumā paredzētos soļus. Mēs labprātāk atrisinātu šo jautājumu ar Jums tieši.',
      paid,
    ],
  },

  wroteOn: (on, to) => `${on} uz ${to}`,

  serviceHold: {
    subject: (s) => `Jūsu piekļuve ir apturēta: neapmaksāti ${s.sum}`,
    before: (s) => [
      `No šodienas Jūsu piekļuve mūsu pakalpojumam ir apturēta, jo ${s.count === 1 ? 'par tālāk norādīto rēķinu' : 'par tālāk norādītajiem rēķiniem'} nav apmaksāta summa ${s.sum}. Jūsu dati paliek nemainīti.`,
      ...(s.written === undefined
        ? []
        : [
            `Mēs Jums par to rakstījām: ${s.written}. Ja šos e-pastus neesat redzējuši, lūdzam ieskatīties arī surogātpasta (spam) mapē.`,
          ]),
      'Piekļuve tiks atjaunota, tiklīdz būs saņemts maksājums vai Jūs nosauksiet dienu, kurā maksāsiet.',
    ],
    after: (s) => [
      `Mūsu uzskaitē ir iekļauti līdz ${s.asOf} saņemtie maksājumi. Ja esat maksājuši pēc tam, pietiks ar īsu ziņu, un mēs piekļuvi nekavējoties atjaunosim.`,
    ],
  },

  restored: {
    service: restored(
      'Jūsu piekļuve ir atjaunota',
      'Jūsu piekļuve mūsu pakalpojumam no šī brīža ir atjaunota.',
    ),
    order: restored(
      'Atsākam Jūsu pasūtījumu izpildi',
      'Jauni pasūtījumi vairs negaida: no šī brīža atsākam to izpildi.',
    ),
    credit: restored(
      'Jauni pasūtījumi atkal ar apmaksu pēc rēķina',
      'No šī brīža jaunus pasūtījumus atkal izpildām ar apmaksu pēc rēķina. Priekšapmaksa vairs nav nepieciešama.',
    ),
  },

  ordersSuspended: {
    subject: (s) => `Jauni pasūtījumi pagaidām gaida: neapmaksāti ${s.sum}`,
    before: (s) => [
      `No šodienas jauni pasūtījumi gaida, līdz ${s.count === 1 ? 'tālāk norādītais rēķins būs apmaksāts' : 'tālāk norādītie rēķini būs apmaksāti'}. Mūsu uzskaitē, kurā iekļauti līdz ${s.asOf} saņemtie maksājumi, nav apmaksāta summa ${s.sum}.`,
      ...(s.written === undefined ? [] : [`Mēs Jums par to rakstījām: ${s.written}.`]),
    ],
    after: () => [
      'Mēs atsāksim Jūsu pasūtījumu izpildi, tiklīdz būs saņemts maksājums. Ja kaut kas to kavē, lūdzam paziņot, kas tas ir.',
      paid,
    ],
  },

  prepayment: {
    subject: () => 'Jauni pasūtījumi ar priekšapmaksu',
    before: (s) => [
      'No šodienas jaunus pasūtījumus izpildām ar priekšapmaksu. Jau iesāktais paliek, kā norunāts.',
      ...(s.count === 0
        ? []
        : [
            `Mūsu uzskaitē, kurā iekļauti līdz ${s.asOf} saņemtie maksājumi, joprojām nav apmaksāta summa ${s.sum}:`,
          ]),
    ],
    after: () => ['Labprāt atkal runāsim par apmaksu pēc rēķina, kad neapmaksātais būs nokārtots.'],
  },

  thanks: {
    subject: () => 'Pateicamies par maksājumu',
    before: (s) => [
      `Jūsu maksājums ir saņemts, un mūsu uzskaitē, kurā iekļauti līdz ${s.asOf} saņemtie maksājumi, vairs nav neapmaksātu rēķinu ar nokavētu termiņu. Pateicamies.`,
    ],
    after: () => ['Priecāsimies par turpmāko sadarbību.'],
  },
};

/** What is open again, and thanks for what they did for it. */
function restored(subject: string, opening: string): LetterWording<SpokenRestored> {
  const thanks = ({ promised }: SpokenRestored): string =>
    promised === undefined
      ? 'Pateicamies par maksājumu.'
      : `Pateicamies par ziņu, ka ${promised.sum} tiks saņemti līdz ${promised.on}. Mēs uz šo dienu paļaujamies.`;
  return {
    subject: () => subject,
    before: (s) => (s.byUs ? [opening] : [opening, thanks(s)]),
    after: () => [],
  };
}
