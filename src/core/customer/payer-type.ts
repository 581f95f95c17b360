/** What kind of payer a customer is, which says who unlocks a payment there. */
export const payerTypes = ['large company', 'public body', 'multi-site', 'small business'] as const;

export type PayerType = (typeof payerTypes)[number];
