export * from './absence.ts';
export * from './approval.ts';
export * from './audit.ts';
export * from './bank.ts';
export * from './case.ts';
export * from './customer.ts';
export * from './dispute.ts';
export * from './document.ts';
<<<<<<< HEAD
export * from './finding.ts';
=======
export * from './fee-waiver.ts';
>>>>>>> 26564b2 (Keep who agreed to an approval, who was asked, and what is written off or waived)
export * from './hold.ts';
export * from './home.ts';
export * from './import.ts';
export * from './ledger.ts';
export * from './letter.ts';
export * from './member.ts';
export * from './outbox.ts';
export * from './pause.ts';
export * from './plan.ts';
export * from './promise.ts';
export * from './pulse.ts';
export * from './reference-rate.ts';
export * from './routine.ts';
export * from './stop.ts';
export * from './task.ts';
export * from './workspace.ts';
export * from './write-off.ts';
