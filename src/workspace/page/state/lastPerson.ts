const PERSON = 'workspace.person';

/** Through whose eyes this browser looked last. */
export const lastPerson = (): string | undefined => localStorage.getItem(PERSON) ?? undefined;

export const rememberPerson = (person: string): void => localStorage.setItem(PERSON, person);
