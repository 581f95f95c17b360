/** What customers say is wrong, in the words in which it is counted. */
export const disputeReasons = [
  'price',
  'quality',
  'quantity',
  'not delivered',
  'duplicate',
  'missing purchase order number',
  'other',
] as const;

export type DisputeReason = (typeof disputeReasons)[number];
