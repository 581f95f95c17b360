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

/** What conditions are held against: a customer, and how much of an invoice is pressed, in minor units. */
export interface Pressed {
  readonly payer: Payer;
  readonly amount: bigint;
  /** Minor units in a whole one. */
  readonly unit: bigint;
}

/** Whether one of the conditions holds in full. */
export function anyHolds(conditions: readonly Condition[], pressed: Pressed): boolean {
  return conditions.some((condition) => holds(condition, pressed));
}

/** Whether at least so many whole units are pressed. */
export function isAtLeast({ amount, unit }: Pressed, whole: number): boolean {
  return amount >= BigInt(whole) * unit;
}

function holds(condition: Condition, pressed: Pressed): boolean {
  const { payerType, country, tag, contact, history, amountBelow, amountFrom } = condition;
  const { payer } = pressed;
  const asked = [
    payerType === undefined || (payer.payerType !== undefined && payerType.includes(payer.payerType)),
    country === undefined || country.includes(payer.country),
    tag === undefined || tag.some((one) => payer.tags.includes(one)),
    contact === undefined || contact.some((role) => payer.contactRoles.includes(role)),
    history === undefined || (history === 'punctual') === payer.punctual,
    amountBelow === undefined || !isAtLeast(pressed, amountBelow),
    amountFrom === undefined || isAtLeast(pressed, amountFrom),
  ];
  return asked.every(Boolean);
}
