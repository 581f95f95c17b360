import type { LockedWording } from './wording.ts';

const heldBack = {
  service: 'Piekļuve pakalpojumam pagaidām ir apturēta',
  order: 'Jauni pasūtījumi pagaidām gaida',
  credit: 'Jauni pasūtījumi pagaidām ir iespējami ar priekšapmaksu',
} as const;

const staysAsIs = {
  service: 'Jūsu piekļuve paliktu atvērta',
  order: 'Jūsu pasūtījumi turpinātos bez pārtraukuma',
  credit: 'Jūs varētu turpināt pasūtīt ar pēcapmaksu',
} as const;

const from = {
  service: 'piekļuve būs apturēta',
  order: 'jauni pasūtījumi gaidīs',
  credit: 'jauni pasūtījumi būs ar priekšapmaksu',
} as const;

export const lockedLatvian: LockedWording = {
  title: {
    service: 'Piekļuve ir apturēta',
    order: 'Jauni pasūtījumi gaida',
    credit: 'Jauni pasūtījumi ar priekšapmaksu',
  },
  because: (held, s) =>
    `${heldBack[held]}, jo maksājums mūs vēl nav sasniedzis: ${s.sum} par ${s.count === 1 ? 'rēķinu' : 'rēķiniem'} ${s.numbers}; apmaksas termiņš kopš ${s.since}. Mūsu uzskaitē iekļauti līdz ${s.asOf} saņemtie maksājumi.`,
  oversight: 'Iespējams, tas ir palicis nepamanīts, un to var ātri nokārtot.',
  ends: (held, byPromise) => {
    const back = held === 'service' ? 'Piekļuve tiks atjaunota nekavējoties' : 'Viss tūlīt būs kā iepriekš';
    return byPromise
      ? `${back}, tiklīdz maksājums būs iegrāmatots. Ja nepieciešams ātrāk, lūdzam nosaukt dienu, kurā samaksāsiet, un mēs to atjaunosim uzreiz.`
      : `${back}, tiklīdz maksājums būs iegrāmatots.`;
  },
  promiseAgainFrom: (day) => `Atjaunošana pret nosauktu samaksas dienu atkal ir iespējama no ${day}.`,
  manager: (name) => `Jūsu kontaktpersona pie mums: ${name}.`,
  questions: (replyTo) => `Sazināties ar mums var šeit: ${replyTo}.`,
  written: (count, places) =>
    `Par to Jums rakstījām ${places}. Ja ${count === 1 ? 'ziņa nav saņemta' : 'ziņas nav saņemtas'}, lūdzam pārbaudīt arī surogātpasta (spam) mapi.`,
  place: (day, to) => `${day} uz ${to}`,
  paid: 'Ja jau esat samaksājuši, pateicamies: lūdzam mums to paziņot, un mēs uzreiz pārbaudīsim.',
  warning: (held, day) =>
    `Lai ${staysAsIs[held]}, maksājumam mūs jāsasniedz pirms ${day}. No šīs dienas līdz maksājuma saņemšanai ${from[held]}.`,
};
