import { referenceIn } from './creditor-reference.ts';
import type { StatementLine } from './statement.ts';
import { all, type Element, first, plain, textAt } from './xml.ts';

interface Side {
  readonly name: string | undefined;
  readonly iban: string | undefined;
}

/** Longest name and remittance that are kept, in characters. */
const longestName = 140;
const longestRemittance = 1000;

/**
 * The other side of a booking. What comes in has a debtor; what goes out has a creditor, but a booking that is taken
 * back keeps the parties of the first one, so that the debtor is again the other side.
 */
export function otherSide(
  detail: Element | undefined,
  direction: StatementLine['direction'],
  reversal: boolean,
  ours: string,
): Side {
  const debtor = partyOf(detail, 'Dbtr');
  const creditor = partyOf(detail, 'Cdtr');
  const [likely, less] =
    (direction === 'in') !== reversal || isEmpty(creditor) ? [debtor, creditor] : [creditor, debtor];
  const wanted = reversal && direction === 'out' && !isEmpty(debtor) ? debtor : likely;
  const isOurs = wanted.iban !== undefined && wanted.iban === ours;
  return (isOurs && !isEmpty(less)) || isEmpty(wanted) ? less : wanted;
}

const isEmpty = ({ name, iban }: Side): boolean => name === undefined && iban === undefined;

/** From version 08 on the party stands one level deeper. */
function partyOf(detail: Element | undefined, role: 'Dbtr' | 'Cdtr'): Side {
  const parties = first(detail, 'RltdPties');
  const name = textAt(parties, `${role}/Nm`, `${role}/Pty/Nm`, `Ultmt${role}/Nm`, `Ultmt${role}/Pty/Nm`);
  const account = textAt(parties, `${role}Acct/Id/IBAN`, `${role}Acct/Id/Othr/Id`);
  return { name: name?.slice(0, longestName), iban: account?.replace(/\s/g, '').toUpperCase().slice(0, 40) };
}

/** All that is said about what the money is for: free text, structured references and the numbers of documents. */
export function remittanceOf(entry: Element, detail: Element | undefined): string {
  const remittance = first(detail, 'RmtInf');
  const structured = all(remittance, 'Strd').flatMap((one) => [
    referenceIn(textAt(one, 'CdtrRefInf/Ref') ?? ''),
    ...all(one, 'RfrdDocInf').map((document) => textAt(document, 'Nb') ?? ''),
    ...all(one, 'AddtlRmtInf').map(plain),
  ]);
  const said = [...all(remittance, 'Ustrd').map(plain), ...structured].filter((text) => text !== '');
  const text =
    said.length > 0 ? said.join(' ') : (textAt(detail, 'AddtlTxInf') ?? textAt(entry, 'AddtlNtryInf'));
  return (text ?? '').slice(0, longestRemittance);
}
