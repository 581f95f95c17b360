import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Recipient } from '../facts.ts';
import type { FurtherWording } from './further/wording.ts';
import type { LateWording } from './late/wording.ts';
import type { LockedWording } from './locked/wording.ts';
import type { LetterWording, Spoken, SpokenClaim, SpokenDemand } from './spoken.ts';

/**
 * Everything that a letter says, in one language. The tone is that of somebody who thinks the other side forgot:
 * facts, dates and sums, no blame, no threats; the claim names what follows and nothing more.
 */
export interface Wording {
  /** BCP 47 tag for sums and for lists of them. */
  readonly locale: string;
  readonly date: (day: BusinessDate) => string;
  readonly greeting: (recipient: Recipient) => string;
  readonly columns: {
    readonly number: string;
    readonly issued: string;
    readonly due: string;
    readonly daysOverdue: string;
    readonly invoiced: string;
    readonly paid: string;
    readonly credited: string;
    readonly amount: string;
    /** The part of the open amount that is not demanded, and what is. */
    readonly rests: string;
    readonly demanded: string;
  };
  readonly total: string;
  readonly customerNumber: string;
  readonly page: (page: number, pages: number) => string;
  /** The heading over the bank details. */
  readonly bankDetails: string;
  readonly payment: {
    readonly holder: string;
    readonly bank: string;
    readonly amount: string;
    /** What the payer writes on the transfer. */
    readonly reference: string;
    /** Stands beneath the code that a banking app reads. */
    readonly scan: string;
  };
  readonly taxId: string;
  /** Says why part of the open sum is not demanded, and that nobody waives it. */
  readonly rests: (sum: string) => string;
  /** `numbers` is a list of invoice numbers. */
  readonly enclosed: (count: number, numbers: string) => string;
  /** Of copies that are too big for the mail. */
  readonly onRequest: (numbers: string) => string;
  /** Said in place of bank details when there are none. */
  readonly accountOnInvoices: string;
  readonly questions: (replyTo: string) => string;
  readonly closing: string;
  /** Stands below the closing: who else has the letter. */
  readonly copyTo: (names: string) => string;
  readonly late: LateWording;
  readonly locked: LockedWording;
  readonly reminder: LetterWording<Spoken>;
  readonly paymentDemand: LetterWording<SpokenDemand>;
  readonly formalClaim: LetterWording<SpokenClaim> & { readonly alsoOpen: string };
  readonly further: FurtherWording;
}
