/** What a column of a file can hold, whatever kind of file it is. */
export type Field = keyof typeof columnNames;

/** How sure it is that a column holds the field: `likely` when its name could mean something else too. */
export type Confidence = 'certain' | 'likely';

/**
 * The names under which exports know each field, in order of preference and without case, accents, spaces and
 * punctuation. `certain` names mean nothing else; `likely` names are taken when no column has a certain one.
 *
 * Not here on purpose: dunning levels of other systems (their third level is not our third step) and `clear_date`.
 */
export const columnNames = {
  invoiceNumber: {
    certain: `invoicenumber invoiceno invoicenr invoiceid invno invnumber rechnungsnummer rechnungsnr rechnungnr renr
      belegnummer belegnr belegno belegfeld1 docid documentnumber documentno docno docnumber billingdocument
      opbeleg`,
    likely: 'invoice rechnung beleg document reference referenz number nummer num no nr',
  },
  customerNumber: {
    certain: `customernumber customerno customernr customerid customercode custnumber custno custid debtornumber debtorno
      debtorid clientnumber clientno clientid kundennummer kundennr kundenr kdnr debitorennummer debitorennr
      debitornummer debitornr debitor personenkonto debitorenkonto kundenkonto partnerref`,
    likely: 'accountnumber accountno account kontonummer kontonr konto soldto',
  },
  customerName: {
    certain: `customername namecustomer custname debtorname clientname companyname kundenname kundename firmenname
      debitorname debitorenname kundenbezeichnung kontobezeichnung invoicepartnerdisplayname partnername
      customerfullname`,
    likely: 'customer client debtor company kunde firma name partner partnerid name1 bezeichnung',
  },
  issuedOn: {
    certain: `invoicedate issuedate issuedon dateissued dateofissue billingdate documentdate docdate rechnungsdatum
      ausstellungsdatum belegdatum postingdate buchungsdatum invoicebilldate`,
    likely: 'date datum',
  },
  dueOn: {
    certain: `duedate dueon dueindate duebydate paymentduedate netduedate faelligkeit faelligkeitsdatum faelligam faellig
      nettofaelligkeit invoicedatedue netduedt nettofaelligkeitsdatum duedt faelligkeitnetto`,
    likely: 'due',
  },
  amount: {
    certain: `invoiceamount totalamount grossamount amount amountindoccurr amountindocumentcurrency betraginbelegwaehrung
      amountinlocalcurrency amtinloccur betraginhauswaehrung invoicetotal rechnungsbetrag bruttobetrag
      gesamtbetrag betrag`,
    likely: `total gross value converted brutto summe umsatz totalincurrencysigned amounttotalincurrencysigned
      amounttotal totalsigned amounttotalsigned`,
  },
  openAmount: {
    certain: `openamount amountopen totalopenamount openbalance amountdue balancedue outstandingamount outstanding
      residualamount amountresidual offenerbetrag offenbetrag betragoffen restbetrag invoiceamountdue
      amountresidualcurrency amountduesigned amountresidualsigned offenerbetragineur`,
    likely: 'balance open offen rest saldo',
  },
  currency: {
    certain: `currency currencycode curr invoicecurrency documentcurrency doccurrency waehrung waehrungscode wkz whg crcy
      currencyid belegwaehrung`,
    likely: 'localcurrency lcurr hauswaehrung',
  },
  country: {
    certain: 'country countrycode customercountry land laendercode landescode landkuerzel',
    likely: '',
  },
  ownerName: {
    certain: `ownername accountowner accountmanager salesperson salesrep salesrepresentative kundenbetreuer betreuer
      sachbearbeiter vertreter vertriebsmitarbeiter invoiceuserid`,
    likely: 'owner rep sales vertrieb',
  },
  contactName: {
    certain: 'contactname contactperson ansprechpartner kontaktperson',
    likely: 'contact kontakt',
  },
  contactEmail: {
    certain: `email emailaddress contactemail mailaddress emailadresse mailadresse kontaktemail ansprechpartneremail`,
    likely: 'mail',
  },
  contactPhone: {
    certain: 'phone phonenumber contactphone telephone telefon telefonnummer kontakttelefon',
    likely: 'tel mobile mobil handy',
  },
  documentType: {
    certain: `documenttype doctype transactiontype invoicetype belegart dokumentart dokumenttyp movetype`,
    likely: 'type typ art',
  },
  terms: {
    certain: `terms paymentterms paymentterm termsofpayment custpaymentterms zahlungsbedingung zahlungsbedingungen
      zahlungsbed`,
    likely: '',
  },
  dunnedUpTo: { certain: 'dunnedupto dunneduptostep gemahntbis gemahntbisstufe', likely: '' },
  businessUnit: {
    certain: 'businessunit businesscode companycode buchungskreis geschaeftsbereich',
    likely: 'division mandant',
  },
  purchaseOrder: {
    certain: `purchaseorder purchaseordernumber purchaseorderno ponumber pono customerponumber bestellnummer bestellnr
      ihrebestellnummer`,
    likely: 'po',
  },
  /** Two columns instead of one: what the customer owes by the document, and what was credited of it. */
  debit: { certain: 'soll sollbetrag betragsoll umsatzsoll debitamount', likely: 'debit' },
  credit: { certain: 'haben habenbetrag betraghaben umsatzhaben creditamount', likely: 'credit' },
  /** One column of amounts without a sign, and one that says on which side they stand. */
  side: {
    certain: `sollhaben sollhabenkennzeichen shkennzeichen shkz debitcreditind debitcreditindicator dcindicator
      debitcredit`,
    likely: 'sh dc',
  },
  status: { certain: 'invoicestatus documentstatus', likely: 'status state' },
  settledOn: {
    certain: `settleddate settledon settlementdate receivedon datereceived receiveddate paymentreceived valuedate valuta
      zahlungseingang eingangsdatum paiddate datepaid paidon fullypaidon paymentdate bezahltam zahlungsdatum
      fullypaidondate`,
    likely: 'clearingdate ausgleichsdatum',
  },
  ownerEmail: { certain: 'owneremail ownermail accountmanageremail betreueremail salesrepemail', likely: '' },
  contactRole: { certain: 'contactrole rolle kontaktrolle', likely: 'role' },
  language: { certain: 'language sprache lang languagecode korrespondenzsprache', likely: '' },
  payerType: { certain: 'payertype typeofpayer customertype zahlertyp kundentyp', likely: 'segment' },
  region: { certain: 'region bundesland province', likely: '' },
  taxId: {
    certain: 'taxid taxnumber vat vatid vatno vatnumber vatregno ustid ustidnr euustid umsatzsteuerid',
    likely: '',
  },
  legalAddress: { certain: 'legaladdress address postaladdress adresse anschrift', likely: '' },
  creditLimit: { certain: 'creditlimit kreditlimit kreditlinie', likely: 'limit' },
  needsPurchaseOrder: {
    certain: `ponumberneeded poneeded porequired purchaseorderneeded purchaseorderrequired bestellnummererforderlich
      bestellnummernoetig`,
    likely: '',
  },
  tags: { certain: 'tags customertags schlagworte schlagwoerter', likely: 'tag labels label kategorie' },
  creditNoteNumber: {
    certain: `creditnotenumber creditnoteno creditnote creditnoteid creditmemo creditmemonumber gutschriftsnummer
      gutschriftnummer gutschriftnr gutschrift`,
    likely: '',
  },
  paymentReference: {
    certain: `paymentreference paymentref verwendungszweck remittance remittanceinformation transactionid bankreference
      zahlungsreferenz`,
    likely: '',
  },
  wasDisputed: { certain: 'disputed wasdisputed strittig', likely: '' },
} as const satisfies Record<string, Record<Confidence, string>>;
