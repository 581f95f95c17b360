import type { PayerType } from '../customer/payer-type.ts';
import type { ContactRole } from '../letter/audience.ts';

/** Which customers and invoices a step is for. All that it names must hold; of a list, one is enough. */
export interface Condition {
  readonly payerType?: readonly PayerType[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: readonly string[];
  readonly tag?: readonly string[];
  /** The customer has a contact in one of these roles. */
  readonly contact?: readonly ContactRole[];
  /** How they paid before; see `isPunctual`. */
  readonly history?: 'punctual' | 'not punctual';
  /** Less than this is pressed of the invoice; whole units of its currency. */
  readonly amountBelow?: number;
  /** At least this is pressed of the invoice; whole units of its currency. */
  readonly amountFrom?: number;
}

/** What conditions ask about a customer. */
export interface Payer {
  readonly payerType?: PayerType;
  readonly country: string;
  readonly tags: readonly string[];
  /** The roles in which somebody is on file there. */
  readonly contactRoles: readonly ContactRole[];
  readonly punctual: boolean;
}
