/** What a column of an open-items file can hold. */
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
      belegnummer belegnr belegno belegfeld1 docid documentnumber documentno docno docnumber`,
    likely: 'invoice rechnung beleg document reference referenz number nummer num no nr',
  },
  customerNumber: {
    certain: `customernumber customerno customernr customerid customercode custnumber custno custid debtornumber
      debtorno debtorid clientnumber clientno clientid kundennummer kundennr kundenr kdnr debitorennummer debitorennr
      debitornummer debitornr debitor personenkonto`,
    likely: 'accountnumber accountno account kontonummer kontonr konto soldto',
  },
  customerName: {
    certain: `customername namecustomer custname debtorname clientname companyname kundenname kundename firmenname
      debitorname debitorenname`,
    likely: 'customer client debtor company kunde firma name',
  },
  issuedOn: {
    certain: `invoicedate issuedate issuedon dateissued dateofissue billingdate documentdate docdate rechnungsdatum
      ausstellungsdatum belegdatum postingdate buchungsdatum`,
    likely: 'date datum',
  },
  dueOn: {
    certain: `duedate dueon dueindate duebydate paymentduedate netduedate faelligkeit faelligkeitsdatum faelligam
      faellig nettofaelligkeit`,
    likely: 'due',
  },
  amount: {
    certain: `invoiceamount totalamount grossamount amount amountinlocalcurrency amountindoccurr
      amountindocumentcurrency invoicetotal rechnungsbetrag bruttobetrag gesamtbetrag betrag`,
    likely: 'total gross value converted brutto summe umsatz',
  },
  openAmount: {
    certain: `openamount amountopen totalopenamount openbalance amountdue balancedue outstandingamount outstanding
      residualamount amountresidual offenerbetrag offenbetrag betragoffen restbetrag`,
    likely: 'balance open offen rest saldo',
  },
  currency: {
    certain:
      'currency currencycode curr invoicecurrency documentcurrency doccurrency waehrung waehrungscode wkz whg',
    likely: '',
  },
  country: {
    certain: 'country countrycode customercountry land laendercode landescode landkuerzel',
    likely: '',
  },
  ownerName: {
    certain: `ownername accountowner accountmanager salesperson salesrep salesrepresentative kundenbetreuer betreuer
      sachbearbeiter vertreter vertriebsmitarbeiter`,
    likely: 'owner rep sales vertrieb',
  },
  contactName: {
    certain: 'contactname contactperson ansprechpartner kontaktperson',
    likely: 'contact kontakt',
  },
  contactEmail: {
    certain:
      'email emailaddress contactemail mailaddress emailadresse mailadresse kontaktemail ansprechpartneremail',
    likely: 'mail',
  },
  contactPhone: {
    certain: 'phone phonenumber contactphone telephone telefon telefonnummer kontakttelefon',
    likely: 'tel mobile mobil handy',
  },
  documentType: {
    certain: 'documenttype doctype transactiontype invoicetype belegart dokumentart dokumenttyp',
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
  settledOn: {
    certain: `settleddate settledon settlementdate paiddate datepaid paidon fullypaidon paymentdate bezahltam
      zahlungsdatum`,
    likely: 'clearingdate ausgleichsdatum',
  },
  wasDisputed: { certain: 'disputed wasdisputed strittig', likely: '' },
} as const satisfies Record<string, Record<Confidence, string>>;
