/** Days in which a promise lifts a customer's holds only once. */
export const suspensionDays = 90;
