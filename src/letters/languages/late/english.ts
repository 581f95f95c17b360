import type { LateWording } from './wording.ts';

export const lateEnglish: LateWording = {
  decimal: '.',
  basis: {
    EU: 'the law on late payment (Directive 2011/7/EU)',
    DE: 'German law (§ 288 BGB)',
    FR: 'French law (article L441-10 of the Code de commerce)',
    GB: 'the Late Payment of Commercial Debts (Interest) Act 1998',
    contract: 'our contract',
  },
  interest: ({ rates, through, sum }) => `interest of ${rates} a year (${sum} up to ${through})`,
  fixedSum: (sum) => `fixed compensation of ${sum} for the costs of recovery`,
  costs: (basis, list) =>
    `As payment is late, ${basis} provides for ${list}. This is not included in the amounts above.`,
  owed: (basis, through, sum) =>
    `In addition to the sum claimed, ${basis} provides for the following costs of late payment, up to ${through} ${sum}. Interest runs on until the day of payment.`,
  sheet: {
    number: 'Invoice',
    from: 'From',
    to: 'To',
    days: 'Days',
    principal: 'Open amount',
    rate: 'Rate a year',
    interestOn: (number) => `Interest on ${number}`,
    fixedSumFor: (number) => `Costs of recovery, ${number}`,
  },
};
