/** What a customer does not get until they pay: the service, new orders, or credit. */
export const holdKinds = ['service', 'order', 'credit'] as const;

export type HoldKind = (typeof holdKinds)[number];
