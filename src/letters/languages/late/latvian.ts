import type { LateWording } from './wording.ts';

export const lateLatvian: LateWording = {
  decimal: ',',
  basis: {
    EU: 'normatīvie akti par maksājumu kavējumiem (Direktīva 2011/7/ES)',
    DE: 'Vācijas Civilkodekss (BGB 288. §)',
    FR: 'Francijas Komerckodekss (L441-10. pants)',
    GB: 'Apvienotās Karalistes likums “Late Payment of Commercial Debts (Interest) Act 1998”',
    contract: 'mūsu līgums',
  },
  interest: ({ rates, through, sum }) => `nokavējuma procentus ${rates} gadā (${sum} līdz ${through})`,
  fixedSum: (sum) => `fiksētu atlīdzību ${sum} par parāda atgūšanas izdevumiem`,
  costs: (basis, list) =>
    `Tā kā maksājums kavējas, ${basis} paredz ${list}. Iepriekš norādītajās summās tas nav iekļauts.`,
  owed: (basis, through, sum) =>
    `Papildus prasītajai summai ${basis} paredz šādus kavējuma izdevumus, kas līdz ${through} veido ${sum}. Nokavējuma procenti turpina pieaugt līdz samaksas dienai.`,
  sheet: {
    number: 'Rēķins',
    from: 'No',
    to: 'Līdz',
    days: 'Dienas',
    principal: 'Neapmaksātā summa',
    rate: 'Likme gadā',
    interestOn: (number) => `Procenti par ${number}`,
    fixedSumFor: (number) => `Atgūšanas izdevumi, ${number}`,
  },
};
