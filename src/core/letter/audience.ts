/** Roles of people at a customer. */
export const contactRoles = [
  'accounts payable',
  'purchasing',
  'decider',
  'executive',
  'service user',
] as const;

export type ContactRole = (typeof contactRoles)[number];

/** Who a letter is for: it is addressed to some, and others have it in copy. */
export interface Audience {
  readonly to: readonly ContactRole[];
  readonly copy: readonly ContactRole[];
}

/** Somebody to whom a letter goes, as it stood when it was written, and whether it did not reach them. */
export interface Recipient {
  readonly email: string;
  readonly name: string;
  readonly role: ContactRole;
  readonly language: string;
  readonly how: 'to' | 'copy';
  /** It came back from there, or the mail server did not take it for them. */
  readonly refused?: true;
}
