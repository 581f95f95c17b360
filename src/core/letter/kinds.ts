/** Every letter there is. A claim is posted after an approval, all others go by mail. */
export const letterKinds = [
  'reminder',
  'second reminder',
  'payment demand',
  'final notice',
  'formal claim',
  'service-hold notice',
  'access-restored notice',
  'orders-resumed notice',
  'credit-restored notice',
  'orders suspended',
  'moved to prepayment',
  'thank-you',
] as const;

export type LetterKind = (typeof letterKinds)[number];
