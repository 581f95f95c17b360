/** Every letter there is. A claim is posted after an approval, all others go by mail. */
export const letterKinds = ['reminder', 'payment demand', 'formal claim'] as const;

export type LetterKind = (typeof letterKinds)[number];
