export {
  add,
  compare,
  type Currency,
  minorDigits,
  type Money,
  money,
  negate,
  subtract,
  sum,
  zero,
} from './money/money.ts';
export { formatMoney } from './money/format.ts';
export { type ReadMoneyOptions, readMoney } from './money/read.ts';
