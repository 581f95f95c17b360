import type { PayerType } from '../../core/customer/payer-type.ts';
import type { ContactRole } from '../../core/letter/audience.ts';
import { quote, type Reading } from '../reading.ts';

export type { ContactRole, PayerType };

export function readPayerType(text: string): Reading<PayerType> {
  return oneOf(text, payerTypes, 'payer type');
}

export function readRole(text: string): Reading<ContactRole> {
  return oneOf(text, roles, 'role');
}

/** The languages that letters can be written in. */
export function readLanguageName(text: string): Reading<string> {
  return oneOf(text, languages, 'language');
}

type Names<T extends string> = Readonly<Record<T, string>>;

/** Names without case, separated by commas; the first is our own. */
const payerTypes: Names<PayerType> = {
  'large company': 'large company,large,enterprise,corporate,konzern,großunternehmen,gross',
  'public body': 'public body,public,government,authority,behörde,öffentlich,öffentliche hand',
  'multi-site': 'multi-site,multisite,multi site,chain,branches,filialist,mehrere standorte',
  'small business': 'small business,small,smb,sme,kmu,kleinunternehmen,klein',
};

const roles: Names<ContactRole> = {
  'accounts payable': 'accounts payable,ap,accounting,accounts,buchhaltung,kreditorenbuchhaltung,payables',
  purchasing: 'purchasing,procurement,buyer,einkauf,beschaffung',
  decider: 'decider,decision maker,owner,inhaber,entscheider',
  executive: 'executive,ceo,cfo,director,geschäftsführer,geschäftsführung,vorstand',
  'service user': 'service user,user,nutzer,anwender',
};

const languages: Names<'en' | 'de' | 'it' | 'lv'> = {
  en: 'en,english,englisch,eng',
  de: 'de,german,deutsch,ger',
  it: 'it,italian,italienisch,italiano,ita',
  lv: 'lv,latvian,lettisch,latviešu,lav',
};

function oneOf<T extends string>(text: string, names: Names<T>, what: string): Reading<T> {
  const wanted = text.toLowerCase();
  const keys = Object.keys(names) as T[];
  const value = keys.find((key) => names[key].split(',').includes(wanted));
  return value === undefined ? { reason: `${what} ${quote(text)} is none of ${keys.join(', ')}` } : { value };
}
