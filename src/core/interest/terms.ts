/**
 * Where a right to late interest comes from. `EU` is the directive's minimum, `DE`, `FR` and `GB` are national law,
 * `contract` is what was agreed, `none` is no right at all.
 */
export const regimes = ['EU', 'DE', 'FR', 'GB', 'contract', 'none'] as const;
export type Regime = (typeof regimes)[number];

/** An exact interest rate: millionths of the principal, so 2.15 % is 21,500. */
export interface AgreedRate {
  readonly millionths: number;
  readonly per: 'year' | 'month';
}

/** What is agreed about late payment, as it is stored; amounts in minor units as text. What is absent is not agreed. */
export interface LateTerms {
  /** `law`, or absent: what the law of the customer's country provides. */
  readonly regime?: 'law' | Regime;
  /** By contract only. */
  readonly rate?: AgreedRate;
  /** For each late invoice, by contract only. */
  readonly fixedSum?: { readonly amount: string; readonly currency: string };
  /** Days after the due day in which the contract asks for nothing. */
  readonly graceDays?: number;
  /** Whether the due date was agreed rather than written on the invoice by one side. Absent: agreed. */
  readonly agreedDueDate?: boolean;
  /** Whether both sides act as businesses. Absent: they do. */
  readonly business?: boolean;
}
