/** Somebody active of the team, as far as it matters for who decides. */
export interface Candidate {
  readonly id: number;
  readonly roles: readonly string[];
  readonly away: boolean;
}

/** What is asked, as far as it matters for who answers. */
export interface Question {
  /** Roles that may answer, those who are asked first in front. */
  readonly levels: readonly string[];
  /** Whoever owns the case and whoever asked: nobody judges their own matter. */
  readonly barred: readonly number[];
  /** How many people must agree. */
  readonly needs: number;
  /** Who agreed already. */
  readonly agreed: readonly number[];
  readonly askedAt: Date;
  /** Nobody answered a reminder: the next ones up are asked as well. */
  readonly higher: boolean;
}

/** Who answers a question, as of now. */
export interface Bench {
  /** Never empty while any candidate holds one of the roles. */
  readonly asked: readonly number[];
  /** Whose agreement counts now, whether they are asked or not. */
  readonly may: readonly number[];
  /** Of those who agreed, whose agreement counts still. */
  readonly agreed: readonly number[];
  /** How many more must agree. */
  readonly missing: number;
  /** There are fewer people than it needs: from this moment on it is decided without them, and recorded so. */
  readonly aloneFrom?: Date;
  /** That moment has come. */
  readonly alone: boolean;
}

const hourMilliseconds = 3_600_000;

/** How long a firm looks for a second person before one decides alone. */
export const aloneAfterHours = 24;

/**
 * Decides who answers. Somebody away is passed over as long as there is another. Where the barred are left out and too
 * few remain, those there are decide after a day, the barred among them: nothing waits for a person who does not exist.
 */
export function benchOf(question: Question, candidates: readonly Candidate[], now: Date): Bench {
  const { levels, barred, needs } = question;
  const able = candidates.filter(({ roles }) => roles.some((role) => levels.includes(role)));
  const free = able.filter(({ id }) => !barred.includes(id));
  const short = free.length < needs;
  const aloneFrom = new Date(question.askedAt.getTime() + aloneAfterHours * hourMilliseconds);
  const alone = short && aloneFrom <= now;
  const may = alone ? able : free;
  const agreed = may.filter(({ id }) => question.agreed.includes(id)).map(({ id }) => id);
  const enough = alone ? Math.min(needs, may.length) : needs;
  const others = askedOf({ ...question, agreed }, short ? able : free, needs - agreed.length);
  return {
    // With nobody else left, whoever agreed already is asked whether they decide alone.
    asked: others.length > 0 ? others : agreed,
    may: may.map(({ id }) => id),
    agreed,
    missing: Math.max(0, enough - agreed.length),
    ...(short ? { aloneFrom } : {}),
    alone,
  };
}

/** Level by level until there are as many as it takes; those away only when nobody else is left. */
function askedOf(question: Question, people: readonly Candidate[], wanted: number): readonly number[] {
  const { levels, agreed } = question;
  const open = people.filter(({ id }) => !agreed.includes(id));
  const asked = new Set<number>();
  let enough = false;
  for (const role of levels) {
    const here = open.filter(({ id, roles, away }) => !away && roles.includes(role) && !asked.has(id));
    if (here.length === 0) continue;
    if (enough && !question.higher) break;
    for (const { id } of here) asked.add(id);
    if (enough) break;
    enough = asked.size >= wanted;
  }
  if (!enough) for (const { id } of open) asked.add(id);
  return [...asked];
}
