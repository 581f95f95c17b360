/** What somebody at the customer does there; later steps of a ladder widen the circle on purpose. */
export const contactRoles = [
  'accounts payable',
  'purchasing',
  'decider',
  'executive',
  'service user',
] as const;

export type ContactRole = (typeof contactRoles)[number];
