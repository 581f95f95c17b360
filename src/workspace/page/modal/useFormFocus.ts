import { type RefObject, useEffect } from 'react';
import type { FormState } from '../elements/surface.ts';

type Sheet = RefObject<HTMLElement | null>;

const FIELDS = 'input, select, textarea';

/** Begins in the first field, also when the fields come later, in place of a loading view; never interrupts. */
export function useFirstField(sheet: Sheet, hash: string): void {
  useEffect(() => {
    const isWriting =
      document.activeElement?.matches(FIELDS) === true && sheet.current?.contains(document.activeElement);
    if (isWriting !== true) firstField(sheet.current)?.focus();
  }, [sheet, hash]);
}

/** Puts the reader where the first mistake is, as soon as one is found. */
export function useFirstWrong(sheet: Sheet, errors: FormState['errors']): void {
  useEffect(() => {
    const wrong = sheet.current?.querySelector('.field-wrong');
    wrong?.scrollIntoView({ block: 'nearest' });
    firstField(wrong)?.focus({ preventScroll: true });
  }, [sheet, errors]);
}

const firstField = (within: Element | null | undefined): HTMLElement | null | undefined =>
  within?.querySelector<HTMLElement>(FIELDS);
