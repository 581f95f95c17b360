import type { Form, FormValues, Reply } from '../../src/chat/types.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import {
  contactRoles,
  languages,
  readContactName,
  readContactRole,
  readLanguage,
  readMailAddress,
  readPhone,
} from '../../src/services/contact/read.ts';
import { saveContact } from '../../src/services/contact/save.ts';
import type { Context } from '../context.ts';
import { caseOfPress } from '../reading/case.ts';
import { collectErrors, textOf } from '../reading/form-values.ts';
import { noted } from '../views/noted.ts';

const roleOptions = contactRoles.map((role) => ({ value: role, label: role }));
const languageNames = {
  en: 'English',
  de: 'German',
  it: 'Italian',
  lv: 'Latvian',
  es: 'Spanish',
  fr: 'French',
} as const;
const languageOptions = languages.map((code) => ({ value: code, label: languageNames[code] }));
const keeps = 'Empty: stays as it is; - removes it';

/** A person at the customer, to be added or corrected. */
export function contactForm(found: CaseOverview): Form {
  return {
    title: 'Contact',
    submit: 'Save',
    intro: [
      {
        kind: 'text',
        text: [{ bold: found.name }, '\nA name that is on file already is corrected, any other is added.'],
      },
    ],
    fields: [
      { kind: 'text', name: 'name', label: 'Name', maxLength: 120 },
      { kind: 'choice', name: 'role', label: 'Role', options: roleOptions, initial: 'accounts payable' },
      { kind: 'text', name: 'email', label: 'Mail address', hint: keeps, optional: true, maxLength: 254 },
      { kind: 'text', name: 'phone', label: 'Phone number', hint: keeps, optional: true, maxLength: 60 },
      {
        kind: 'choice',
        name: 'language',
        label: 'Language of letters',
        options: languageOptions,
        initial: 'en',
      },
    ],
    action: { command: 'account', action: 'contact', args: { case: found.caseId } },
  };
}

export async function submitContact(
  context: Context,
  args: Readonly<Record<string, unknown>>,
  values: FormValues,
): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const errors = collectErrors();
  const name = errors.read('name', () => readContactName(textOf(values, 'name')));
  const role = errors.read('role', () => readContactRole(textOf(values, 'role')));
  const email = errors.read('email', () => readMailAddress(textOf(values, 'email')));
  const phone = errors.read('phone', () => readPhone(textOf(values, 'phone')));
  const language = errors.read('language', () => readLanguage(textOf(values, 'language')));
  if (name === undefined || role === undefined || language === undefined || errors.any())
    return { kind: 'fieldErrors', errors: errors.all() };
  const word = { name, role, email, phone, language };
  const event = await saveContact(context.office, context.actor, found.caseId, word);
  return { kind: 'card', card: noted(found, `contact ${event}: ${name}, ${role}.`) };
}
