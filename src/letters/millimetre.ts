/** One millimetre in points, the unit of a page. */
export const mm = 72 / 25.4;
