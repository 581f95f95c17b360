import type { LateWording } from './wording.ts';

export const lateFrench: LateWording = {
  decimal: ',',
  basis: {
    EU: 'la réglementation sur les retards de paiement (directive 2011/7/UE)',
    DE: 'le droit allemand (§ 288 BGB)',
    FR: 'le droit français (article L441-10 du Code de commerce)',
    GB: 'la loi britannique (Late Payment of Commercial Debts (Interest) Act 1998)',
    contract: 'notre contrat',
  },
  interest: ({ rates, through, sum }) => `des intérêts au taux annuel de ${rates} (${sum} au ${through})`,
  fixedSum: (sum) => `une indemnité forfaitaire de ${sum} pour frais de recouvrement`,
  costs: (basis, list) =>
    `Le paiement étant en retard, ${basis} prévoit ${list}. Les montants ci-dessus ne les comprennent pas.`,
  owed: (basis, through, sum) =>
    `En plus de la somme réclamée, ${basis} prévoit les frais de retard suivants, qui s’élèvent au ${through} à ${sum}. Les intérêts continuent de courir jusqu’au jour du paiement.`,
  sheet: {
    number: 'Facture',
    from: 'Du',
    to: 'Au',
    days: 'Jours',
    principal: 'Montant ouvert',
    rate: 'Taux annuel',
    interestOn: (number) => `Intérêts sur ${number}`,
    fixedSumFor: (number) => `Frais de recouvrement, ${number}`,
  },
};
