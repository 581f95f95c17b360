import { describe, expect, it } from 'vitest';
import { matches } from '../../../src/services/import/control-total.ts';
import type { Sums } from '../../../src/services/import/sums.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { erpExport } from '../../support/samples/erp-export.ts';
import type { Count, SampleFacts } from '../../support/samples/facts.ts';
import { describeThere, sharedFile } from '../../support/samples/shared-file.ts';
import { importNow } from './desk.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const generated = erpExport();
const shared = sharedFile('open-invoices-erp.csv');

/** Counted with Python's decimal module from the file itself. */
const sharedFacts: SampleFacts = {
  asOf: '2020-04-20',
  file: { count: 6_954, cents: 20_239_052_140n },
  open: { count: 5_396, cents: 15_835_865_587n },
  notYetIssued: { count: 1_558, cents: 20_239_052_140n - 15_835_865_587n },
  settled: { count: 0, cents: 0n },
  dueBefore: { count: 3_865, cents: 11_543_497_136n, customers: 269 },
};

describe('our own sample in the shape of an ERP export', () => {
  factsHold(generated.bytes, generated.facts);
});
describeThere(shared, 'the ERP export of shared/data', () => {
  factsHold(shared ?? generated.bytes, sharedFacts);
});

function factsHold(bytes: Uint8Array, facts: SampleFacts): void {
  it('has in the ledger, to the cent, what was issued and open on the day', async () => {
    const team = await openTeam(office, { country: 'US', zone: 'America/New_York', dateOrder: 'MDY' });
    const total = await importNow(office, team, bytes, { asOf: facts.asOf, currency: 'USD' });
    expect(total.rows).toBe(facts.file.count);
    expect(countOf(total.inLedger)).toEqual(facts.open);
    expect(countOf(total.notYetIssued)).toEqual(facts.notYetIssued);
    expect(countOf(total.overdue)).toEqual({ count: facts.dueBefore.count, cents: facts.dueBefore.cents });
    expect(total.overdue.customers).toBe(facts.dueBefore.customers);
    expect(matches(total)).toBe(true);
  });
}

function countOf({ count, amounts }: Sums): Count {
  return { count, cents: BigInt(amounts[0]?.minor ?? 0) };
}
