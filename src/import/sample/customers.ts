import type { SampleCustomer } from './customer.ts';
import { germanSpeaking } from './customers/german-speaking.ts';
import { northernAndAmerican } from './customers/northern-and-american.ts';
import { southern } from './customers/southern.ts';

/** Good and bad payers of ten countries and four currencies. */
export const sampleCustomers: readonly SampleCustomer[] = [
  ...germanSpeaking,
  ...southern,
  ...northernAndAmerican,
];
