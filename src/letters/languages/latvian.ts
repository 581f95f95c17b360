import { dayFormat } from './day-format.ts';
import { furtherLatvian } from './further/latvian.ts';
import { lateLatvian } from './late/latvian.ts';
import { lockedLatvian } from './locked/latvian.ts';
import type { Wording } from './wording.ts';

export const latvian: Wording = {
  locale: 'lv',
  // Figures, because a month's name would have to be declined with the sentence around it.
  date: dayFormat('lv', { day: '2-digit', month: '2-digit', year: 'numeric' }),
  // No name: it would need the vocative, which cannot be formed from the nominative with certainty.
  greeting: () => 'Labdien!',
  columns: {
    number: 'Rēķins',
    issued: 'Datums',
    due: 'Apmaksas termiņš',
    daysOverdue: 'Kavējuma dienas',
    invoiced: 'Rēķina summa',
    paid: 'Samaksāts',
    credited: 'Kredītrēķins',
    amount: 'Neapmaksātā summa',
    rests: 'Pašlaik netiek pieprasīts',
    demanded: 'Tagad pieprasīts',
  },
  total: 'Kopā',
  customerNumber: 'Klienta numurs',
  page: (page, pages) => `${page}. lapa no ${pages}`,
  bankDetails: 'Norēķinu rekvizīti',
  payment: {
    holder: 'Saņēmējs',
    bank: 'Banka',
    amount: 'Summa',
    reference: 'Maksājuma mērķis',
    scan: 'Noskenējiet bankas lietotnē, lai samaksātu',
  },
  taxId: 'PVN/nodokļu reģ. Nr.',
  rests: (sum) =>
    `No neapmaksātās summas ${sum} tiek precizēti, ir apsolīti vai jau ir ceļā pie mums. Šī vēstule šo daļu nepieprasa; tā joprojām ir maksājama, ciktāl tā ir pamatota.`,
  enclosed: (count, numbers) =>
    count === 1 ? `Pielikumā ir rēķina ${numbers} kopija.` : `Pielikumā ir šādu rēķinu kopijas: ${numbers}.`,
  onRequest: (numbers) => `Pēc pieprasījuma labprāt atsevišķi nosūtīsim arī šo rēķinu kopijas: ${numbers}.`,
  accountOnInvoices: 'Lūdzam maksāt uz rēķinos minēto bankas kontu, norādot rēķinu numurus.',
  questions: (replyTo) => `Jautājumu gadījumā lūdzam sazināties ar mums: ${replyTo}.`,
  closing: 'Ar cieņu',
  copyTo: (names) => `Kopija: ${names}`,
  late: lateLatvian,
  locked: lockedLatvian,
  further: furtherLatvian,

  reminder: {
    subject: (s) =>
      s.count === 1
        ? `Tuvojas rēķina ${s.number} apmaksas termiņš`
        : `Tuvojas rēķinu apmaksas termiņš (rēķinu skaits: ${s.count})`,
    before: (s) => [
      s.count === 1
        ? 'Laipni atgādinām, ka tuvākajās dienās pienāk šāda rēķina apmaksas termiņš.'
        : 'Laipni atgādinām, ka tuvākajās dienās pienāk šādu rēķinu apmaksas termiņš.',
    ],
    after: () => [
      'Ja savlaicīgai apmaksai Jums vēl kaut kas ir nepieciešams, piemēram, rēķina kopija, pasūtījuma numurs vai pavadzīme, lūdzam mums to paziņot, un mēs to nekavējoties nosūtīsim.',
      'Ja maksājums jau ir veikts, pateicamies; nekas vairāk nav jādara.',
    ],
  },

  paymentDemand: {
    subject: (s) =>
      s.count === 1
        ? `Lūgums veikt maksājumu: rēķins ${s.number}, ${s.sum}`
        : `Lūgums veikt maksājumu: rēķinu skaits ${s.count}, ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `Vēlamies vērst Jūsu uzmanību uz tālāk norādīto rēķinu, kuram ir pagājis apmaksas termiņš. Mūsu uzskaitē, kurā iekļauti līdz ${s.asOf} saņemtie maksājumi, norādītā summa joprojām nav apmaksāta. Iespējams, tas ir palicis nepamanīts.`
        : `Vēlamies vērst Jūsu uzmanību uz tālāk norādītajiem rēķiniem, kuriem ir pagājis apmaksas termiņš. Mūsu uzskaitē, kurā iekļauti līdz ${s.asOf} saņemtie maksājumi, norādītās summas joprojām nav apmaksātas. Iespējams, tas ir palicis nepamanīts.`,
      s.payBy === undefined
        ? `Lūdzam nekavējoties samaksāt ${s.sum}.`
        : `Lūdzam samaksāt ${s.sum} līdz ${s.payBy}.`,
    ],
    after: (s) => [
      s.late ??
        'Maksājuma kavējuma gadījumā var tikt aprēķināti nokavējuma procenti un parāda atgūšanas izdevumu atlīdzība, ciktāl to paredz līgums vai likums. Iepriekš norādītajās summās tie nav iekļauti.',
      'Ja kaut kas kavē maksājuma veikšanu, lūdzam paziņot, kas tas ir un kurā dienā varam sagaidīt maksājumu.',
      'Ja maksājums pa šo laiku jau ir veikts, lūdzam šo vēstuli neņemt vērā un pateicamies.',
    ],
  },

  formalClaim: {
    subject: (s) => `Pretenzija par parāda samaksu: ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `Ar ${s.demandedOn} vēstuli rakstveidā lūdzām Jūs apmaksāt tālāk norādīto rēķinu. Mūsu uzskaitē, kurā iekļauti līdz ${s.asOf} saņemtie maksājumi, tas joprojām nav apmaksāts.`
        : `Ar ${s.demandedOn} vēstuli rakstveidā lūdzām Jūs apmaksāt tālāk norādītos rēķinus. Mūsu uzskaitē, kurā iekļauti līdz ${s.asOf} saņemtie maksājumi, tie joprojām nav apmaksāti.`,
    ],
    after: (s) => [
      `Ar šo pieprasām samaksāt ${s.sum}. Visai summai jābūt saņemtai mūsu kontā līdz ${s.deadline} (ieskaitot).`,
      'Ja līdz šai dienai summa nebūs saņemta, mēs bez papildu brīdinājuma vērsīsimies tiesā. Šādā gadījumā papildus var tikt prasīti nokavējuma procenti un tiesāšanās izdevumi, ciktāl to paredz līgums vai likums.',
      'Mēs labprātāk atrisinātu šo jautājumu ar Jums tieši. Ja kādu rēķinu apstrīdat vai varat nosaukt samaksas dienu, lūdzam par to rakstveidā paziņot līdz minētajam termiņam.',
      'Ja maksājums pa šo laiku jau ir veikts, lūdzam šo vēstuli neņemt vērā un pateicamies.',
    ],
    alsoOpen: 'Neapmaksāti ir arī šādi rēķini, kas nav šīs pretenzijas priekšmets:',
  },
};
