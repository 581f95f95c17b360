import { answers } from './contract/answers.ts';
import type { Open } from './contract/desk.ts';
import { saysOfFailures } from './contract/failures.ts';
import { asksWithForms } from './contract/forms.ts';
import { sends } from './contract/sends.ts';

/** What every adapter does alike. */
export function chatContract(name: string, open: Open): void {
  sends(name, open);
  saysOfFailures(name, open);
  answers(name, open);
  asksWithForms(name, open);
}
