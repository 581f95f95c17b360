import type { LateWording } from './wording.ts';

export const lateGerman: LateWording = {
  decimal: ',',
  basis: {
    EU: 'der Richtlinie 2011/7/EU über Zahlungsverzug',
    DE: '§ 288 BGB',
    FR: 'Artikel L441-10 des französischen Code de commerce',
    GB: 'dem britischen Late Payment of Commercial Debts (Interest) Act 1998',
    contract: 'unserem Vertrag',
  },
  interest: ({ rates, through, sum }) => `Zinsen von ${rates} im Jahr (${sum} bis zum ${through})`,
  fixedSum: (sum) => `eine Pauschale von ${sum} für die Kosten der Beitreibung`,
  costs: (basis, list) =>
    `Da die Zahlung verspätet ist, fallen nach ${basis} an: ${list}. In den oben genannten Beträgen ist dies nicht enthalten.`,
  owed: (basis, through, sum) =>
    `Zusätzlich zum geforderten Betrag sind nach ${basis} die folgenden Verzugskosten geschuldet, bis zum ${through} ${sum}. Die Zinsen laufen bis zum Tag der Zahlung weiter.`,
  sheet: {
    number: 'Rechnung',
    from: 'Von',
    to: 'Bis',
    days: 'Tage',
    principal: 'Offener Betrag',
    rate: 'Zinssatz im Jahr',
    interestOn: (number) => `Zinsen auf ${number}`,
    fixedSumFor: (number) => `Kosten der Beitreibung, ${number}`,
  },
};
