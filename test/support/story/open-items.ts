/** One row of a small open-items file. */
export interface OpenItemRow {
  readonly customer: string;
  readonly name: string;
  readonly invoice: string;
  readonly issued: string;
  readonly due: string;
  /** As the file writes it: 1234.50 */
  readonly amount: string;
  readonly mail?: string;
  readonly phone?: string;
  /** ISO 3166-1 alpha-2; the column is there when any row has one. */
  readonly country?: string;
}

/** An open-items file as a small company's books export it. */
export function openItemsFile(rows: readonly OpenItemRow[]): string {
  const abroad = rows.some(({ country }) => country !== undefined);
  const header = `Customer number,Customer name,Invoice number,Invoice date,Due date,Open amount,Currency,Contact email,Contact phone${abroad ? ',Country' : ''}`;
  const lines = rows.map((row) =>
    [
      row.customer,
      row.name,
      row.invoice,
      row.issued,
      row.due,
      row.amount,
      'EUR',
      row.mail ?? '',
      row.phone ?? '',
      ...(abroad ? [row.country ?? 'DE'] : []),
    ].join(','),
  );
  return [header, ...lines].join('\n');
}
