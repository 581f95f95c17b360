/** "€1,234.50", "CHF 80.00" and "$5" in cents; the oracle reads English only. */
export function centsIn(text: string): number {
  const [number = ''] = /[\d,]+(?:\.\d{2})?/.exec(text) ?? [];
  return Math.round(Number(number.replaceAll(',', '')) * 100);
}
