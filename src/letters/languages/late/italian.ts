import type { LateWording } from './wording.ts';

export const lateItalian: LateWording = {
  decimal: ',',
  basis: {
    EU: 'la normativa sui ritardi di pagamento (direttiva 2011/7/UE)',
    DE: 'il diritto tedesco (§ 288 BGB)',
    FR: 'il diritto francese (articolo L441-10 del Code de commerce)',
    GB: 'la legge britannica (Late Payment of Commercial Debts (Interest) Act 1998)',
    contract: 'il nostro contratto',
  },
  interest: ({ rates, through, sum }) => `interessi al tasso annuo del ${rates} (${sum} al ${through})`,
  fixedSum: (sum) => `un importo forfettario di ${sum} per i costi di recupero`,
  costs: (basis, list) =>
    `Poiché il pagamento è in ritardo, ${basis} prevede ${list}. Gli importi sopra indicati non lo comprendono.`,
  owed: (basis, through, sum) =>
    `In aggiunta alla somma richiesta, ${basis} prevede i seguenti costi di mora, al ${through} pari a ${sum}. Gli interessi continuano a decorrere fino al giorno del pagamento.`,
  sheet: {
    number: 'Fattura',
    from: 'Dal',
    to: 'Al',
    days: 'Giorni',
    principal: 'Importo aperto',
    rate: 'Tasso annuo',
    interestOn: (number) => `Interessi su ${number}`,
    fixedSumFor: (number) => `Costi di recupero, ${number}`,
  },
};
