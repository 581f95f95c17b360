import type { Newcomer } from '../services/member/enrol.ts';

interface LocalPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly isAdmin: boolean;
  readonly roles: Newcomer['roles'];
}

/** The people of the local workspace: one desk with everybody whom the rules need. */
export const localTeam: readonly LocalPerson[] = [
  { id: 'U0ADA', name: 'Ada Adams', title: 'Admin', isAdmin: true, roles: ['admin'] },
  { id: 'U0RITA', name: 'Rita Reyes', title: 'Collections rep', isAdmin: false, roles: ['rep'] },
  { id: 'U0TOM', name: 'Tom Tanner', title: 'Collections rep', isAdmin: false, roles: ['rep'] },
  { id: 'U0LENA', name: 'Lena Lind', title: 'Collections lead', isAdmin: false, roles: ['lead'] },
  { id: 'U0MAX', name: 'Max Moreau', title: 'Manager', isAdmin: false, roles: ['manager'] },
  { id: 'U0MONA', name: 'Mona Meyer', title: 'Manager', isAdmin: false, roles: ['manager'] },
  { id: 'U0FIONA', name: 'Fiona Falk', title: 'Finance', isAdmin: false, roles: ['finance'] },
  { id: 'U0LEO', name: 'Leo Legrand', title: 'Legal', isAdmin: false, roles: ['legal'] },
];

export const localBot = { userId: 'U0DUNWELL', name: 'Dunwell', appId: 'A0DUNWELL', botId: 'B0DUNWELL' };
export const localTeamOf = { id: 'T0LOCAL', name: 'Local workspace' };
export const localChannel = { id: 'C0COLLECT', name: 'collections' };
