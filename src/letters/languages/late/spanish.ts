import type { LateWording } from './wording.ts';

export const lateSpanish: LateWording = {
  decimal: ',',
  basis: {
    EU: 'la normativa sobre morosidad (Directiva 2011/7/UE)',
    DE: 'el derecho alemán (§ 288 BGB)',
    FR: 'el derecho francés (artículo L441-10 del Code de commerce)',
    GB: 'la ley británica (Late Payment of Commercial Debts (Interest) Act 1998)',
    contract: 'nuestro contrato',
  },
  interest: ({ rates, through, sum }) => `intereses al tipo anual del ${rates} (${sum} hasta el ${through})`,
  fixedSum: (sum) => `una cantidad fija de ${sum} por los costes de cobro`,
  costs: (basis, list) =>
    `Al haberse retrasado el pago, ${basis} prevé ${list}. Los importes arriba indicados no lo incluyen.`,
  owed: (basis, through, sum) =>
    `Además de la suma reclamada, ${basis} prevé los siguientes costes de demora, que hasta el ${through} ascienden a ${sum}. Los intereses siguen devengándose hasta el día del pago.`,
  sheet: {
    number: 'Factura',
    from: 'Desde',
    to: 'Hasta',
    days: 'Días',
    principal: 'Importe pendiente',
    rate: 'Tipo anual',
    interestOn: (number) => `Intereses de ${number}`,
    fixedSumFor: (number) => `Costes de cobro, ${number}`,
  },
};
