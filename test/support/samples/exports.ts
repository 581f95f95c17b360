import { csvBytes } from './csv.ts';

/** A small export in the shape of a known program; all of it is invented. */
export interface ExportSample {
  readonly program: string;
  readonly bytes: Uint8Array;
  /** `number customer open`, in the order of the file; credit notes are negative. */
  readonly items: readonly string[];
  readonly badRows: readonly string[];
}

const lines = (text: string, delimiter: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(delimiter));

const comma = (text: string): Uint8Array => csvBytes(lines(text, '|'));

export const exportSamples: readonly ExportSample[] = [
  {
    program: 'Xero, invoices',
    bytes: comma(`
*ContactName|EmailAddress|POCountry|*InvoiceNumber|Reference|*InvoiceDate|*DueDate|Total|InvoiceAmountPaid|InvoiceAmountDue|Description|*Quantity|*UnitAmount|LineAmount|Currency|Type|Status
Harbour Ltd|ap@harbour.example|GB|INV-0001|PO 7|25/03/2026|24/04/2026|120.00|20.00|100.00|Hull work|1|80.00|80.00|GBP|Sales invoice|Awaiting Payment
Harbour Ltd|ap@harbour.example|GB|INV-0001|PO 7|25/03/2026|24/04/2026|120.00|20.00|100.00|Paint|1|40.00|40.00|GBP|Sales invoice|Awaiting Payment
Pier Ltd||GB|INV-0002||26/03/2026|25/04/2026|60.00|0.00|60.00|Rope|1|60.00|60.00|GBP|Sales invoice|Draft
Pier Ltd||GB|CN-0001||27/03/2026|27/03/2026|15.00|0.00|15.00|Rope back|1|15.00|15.00|GBP|Sales credit note|Awaiting Payment`),
    items: ['INV-0001 Harbour Ltd 100.00', 'CN-0001 Pier Ltd -15.00'],
    badRows: ['Row 4: status "Draft": nothing is owed by such a document'],
  },
  {
    program: 'Xero, aged receivables detail',
    bytes: comma(`
Aged Receivables Detail
Harbour Group
As at 30 April 2026
Invoice Date|Due Date|Invoice Number|Invoice Reference|Current|< 1 Month|1 Month|Older|Total
Harbour Ltd
25 Mar 2026|24 Apr 2026|INV-0001||0.00|100.00|0.00|0.00|100.00
Total Harbour Ltd||||0.00|100.00|0.00|0.00|100.00
Pier Ltd
1 Apr 2026|15 May 2026|INV-0003||75.50|0.00|0.00|0.00|75.50
Total Pier Ltd||||75.50|0.00|0.00|0.00|75.50
Total||||75.50|100.00|0.00|0.00|175.50`),
    items: ['INV-0001 Harbour Ltd 100.00', 'INV-0003 Pier Ltd 75.50'],
    badRows: [],
  },
  {
    program: 'QuickBooks, A/R aging detail',
    bytes: comma(`
A/R Aging Detail Report
Oak Tools LLC
As of April 30, 2026

|Date|Transaction type|Num|Customer full name|Due date|Amount|Open balance
1 - 30 days past due
|03/25/2026|Invoice|1001|Acme Corp|04/24/2026|1,250.00|1,000.00
|03/28/2026|Payment|77|Acme Corp|03/28/2026|-50.00|-50.00
Total for 1 - 30 days past due||||||$1,200.00|$950.00
Current
|04/20/2026|Credit Memo|1003|Beta Inc|05/20/2026|-30.00|-30.00
Total for Current||||||-$30.00|-$30.00
TOTAL||||||$1,170.00|$920.00`),
    items: ['1001 Acme Corp 1000.00', '1003 Beta Inc -30.00'],
    badRows: ['Row 8: document type "Payment" is a payment, not an invoice'],
  },
  {
    program: 'QuickBooks, open invoices',
    bytes: comma(`
Open Invoices
Oak Tools LLC
As of April 30, 2026

|Date|Transaction type|Num|Terms|Due date|Open balance
Acme Corp
|03/25/2026|Invoice|1001|Net 30|04/24/2026|1,000.00
|04/13/2026|Invoice|1002|Net 30|05/13/2026|12.34
Total for Acme Corp||||||$1,012.34
Beta Inc
|04/20/2026|Invoice|1004|Net 30|05/20/2026|5.66
Total for Beta Inc||||||$5.66
TOTAL||||||$1,018.00`),
    items: ['1001 Acme Corp 1000.00', '1002 Acme Corp 12.34', '1004 Beta Inc 5.66'],
    badRows: [],
  },
  {
    program: 'Odoo, journal entries by their labels',
    bytes: comma(`
Number|Invoice Partner Display Name|Invoice/Bill Date|Due Date|Total in Currency Signed|Amount Due|Currency|Payment Status|Status|Salesperson
INV/2026/00001|Azure Interior|2026-03-25|2026-04-24|1815.00|815.00|EUR|Partially Paid|Posted|Mitchell
INV/2026/00002|Deco Addict|2026-03-26|2026-04-25|50.00|50.00|USD|Not Paid|Posted|Mitchell
/|Deco Addict|2026-03-27|2026-04-26|50.00|50.00|USD|Not Paid|Draft|Mitchell`),
    items: ['INV/2026/00001 Azure Interior 815.00', 'INV/2026/00002 Deco Addict 50.00'],
    badRows: ['Row 4: status "Draft": nothing is owed by such a document'],
  },
  {
    program: 'Odoo, journal entries by their technical names',
    bytes: comma(`
name|invoice_partner_display_name|invoice_date|invoice_date_due|move_type|amount_total|amount_residual|currency_id|state
INV/2026/00001|Azure Interior|2026-03-25|2026-04-24|out_invoice|1815.00|815.00|EUR|posted
RINV/2026/00001|Azure Interior|2026-03-28|2026-03-28|out_refund|15.00|15.00|EUR|posted`),
    items: ['INV/2026/00001 Azure Interior 815.00', 'RINV/2026/00001 Azure Interior -15.00'],
    badRows: [],
  },
  {
    program: 'Odoo, aged receivable',
    bytes: comma(`
|Invoice Date|Due Date|Currency|At Date|1-30|Older|Total
Azure Interior||||100.00|0.00|0.00|100.00
INV/2026/00001|2026-03-25|2026-04-24|EUR|100.00|0.00|0.00|100.00
Total Azure Interior||||100.00|0.00|0.00|100.00
Deco Addict||||0.00|50.50|0.00|50.50
INV/2026/00002|2026-03-01|2026-03-31|EUR|0.00|50.50|0.00|50.50
Total||||100.00|50.50|0.00|150.50`),
    items: ['INV/2026/00001 Azure Interior 100.00', 'INV/2026/00002 Deco Addict 50.50'],
    badRows: [],
  },
  {
    program: 'DATEV, open items with debit and credit',
    bytes: csvBytes(
      lines(
        `
Konto|Kontobezeichnung|Rechnungsnummer|Datum|Fälligkeit|Sollbetrag|Habenbetrag|Saldo|Gegenkonto|Buchungstext
10001|Müller GmbH|2026-101|25.03.2026|24.04.2026|1.190,00|190,00|1.000,00|8400|Lieferung
10001|Müller GmbH|G-5|26.03.2026|26.03.2026||59,50|940,50|8400|Gutschrift
10002|Weiß KG|2026-102|27.03.2026|26.04.2026|11,90||952,40|8400|Lieferung
Summe|||||1.201,90|249,50|952,40||`,
        '|',
      ),
      { delimiter: ';', encoding: 'Windows-1252', lineEnd: '\r\n' },
    ),
    items: ['2026-101 10001 1000.00', 'G-5 10001 -59.50', '2026-102 10002 11.90'],
    badRows: [],
  },
  {
    program: 'DATEV, open items with a side',
    bytes: csvBytes(
      lines(
        `
Debitorenkonto|Name|Belegnummer|Belegdatum|Fälligkeit|Betrag|S/H|WKZ
10001|Müller GmbH|2026-101|25.03.2026|24.04.2026|1.190,00|S|EUR
10001|Müller GmbH|G-5|26.03.2026|26.03.2026|59,50|H|EUR
10002|Weiß KG|2026-102|27.03.2026|26.04.2026|11,90|X|EUR`,
        '|',
      ),
      { delimiter: ';', encoding: 'Windows-1252', lineEnd: '\r\n' },
    ),
    items: ['2026-101 10001 1190.00', 'G-5 10001 -59.50'],
    badRows: ['Row 4: "X" is neither debit nor credit: write S or H, D or C'],
  },
  {
    program: 'SAP, line items as a printed list',
    bytes: csvBytes(
      lines(
        `
~Customer~Name 1~Assignment~Document Number~Document Type~Document Date~Net due date~Amount in doc. curr.~Document currency~Amount in local currency~Local Currency~Text~
~--------~------~----------~---------------~-------------~-------------~------------~--------------------~-----------------~------------------------~--------------~----~
~100234~Kessel AG~90001~1800000012~RV~25.03.2026~24.04.2026~1.250,00 ~USD~1.100,00 ~EUR~~
~100234~Kessel AG~~1600000003~DG~26.03.2026~26.03.2026~50,25-~EUR~50,25-~EUR~return~
~*~~~~~~~~~1.049,75 ~EUR~~
~**~~~~~~~~~1.049,75 ~EUR~~`,
        '~',
      ),
      { delimiter: '|', encoding: 'UTF-16 LE', lineEnd: '\r\n' },
    ),
    items: ['1800000012 100234 1250.00', '1600000003 100234 -50.25'],
    badRows: [],
  },
  {
    program: 'SAP, line items in local currency',
    bytes: csvBytes(
      lines(
        `
Account|Document Number|Document Type|Document Date|Net due date|Amount in local currency|Document currency|Local Currency
100234|1800000012|RV|2026-03-25|2026-04-24|1100.00|USD|EUR
100235|1600000003|DG|2026-03-26|2026-03-26|50.25-|EUR|EUR`,
        '|',
      ),
      { delimiter: '\t', encoding: 'UTF-16 LE', lineEnd: '\r\n' },
    ),
    items: ['1800000012 100234 1100.00', '1600000003 100235 -50.25'],
    badRows: [],
  },
];
