/**
 * What must be true of a branch, kept by hand beside the bot: written from SPEC.md, without a line of the bot's own
 * code. `.dependency-cruiser.cjs` forbids any import from the rest of `src`.
 */

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly account: string;
  readonly kind: 'member' | 'mass' | 'superior';
  /** 在职党员: the others are not scored. */
  readonly scored: boolean;
  readonly offices: readonly ('secretary' | 'deputy' | 'recorder' | 'committee' | 'supervisor')[];
}

type MatterKind = 'bonus' | 'deduction' | 'leave' | 'correction' | 'objection';
type MatterState = 'open' | 'confirmed' | 'rejected' | 'withdrawn' | 'closed' | 'cancelled';

export interface Matter {
  readonly number: number;
  readonly kind: MatterKind;
  state: MatterState;
  readonly subject: number;
  readonly proposer: number;
  readonly openedAt: string;
  readonly item: number | null;
  readonly points: number;
  readonly deedOn: string;
  readonly named: readonly number[];
  readonly witnesses: Set<number>;
  materials: number;
  /** A deduction is complete since then: its subject knows. */
  toldAt: string | null;
  answered: boolean;
  /** Of a leave, or of what an attendance register drafted. */
  readonly activity: number | null;
  readonly line: 'absence' | 'leave' | null;
  readonly leaveCounts: boolean;
  /** What a correction or an objection is about. */
  readonly about: number | null;
  readonly drafted: boolean;
  readonly duesMonth: string | null;
  ruler: number | null;
}

interface Entry {
  readonly member: number;
  readonly year: number;
  readonly points: number;
  readonly side: 'bonus' | 'deduction';
  readonly item: number;
  readonly matter: number;
  readonly reverses: Entry | null;
  readonly ruledAt: string;
}

export interface Activity {
  readonly id: number;
  readonly kind: string;
  readonly at: string;
  readonly required: boolean;
  readonly due: readonly number[];
  readonly present: Set<number>;
  readonly absent: Set<number>;
  state: 'announced' | 'closed' | 'cancelled';
  closedBy: number | null;
}

export type YearStage = 'open' | 'summarised' | 'decided' | 'audited' | 'posted' | 'archived';

export interface Book {
  readonly branch: string;
  readonly people: readonly Person[];
  readonly founded: string;
  readonly matters: Matter[];
  readonly entries: Entry[];
  readonly activities: Activity[];
  /** `person/month` */
  readonly dues: Set<string>;
  /** `2026-3`: publications that are out; held ones in `held`. */
  readonly published: Set<string>;
  readonly held: Set<string>;
  readonly years: Map<number, { stage: YearStage; postedOn: string }>;
  /** Secret words → who may hear them. */
  readonly secrets: Map<string, ReadonlySet<string>>;
  secretsMade: number;
}

export function openBook(branch: string, people: readonly Person[], founded: string): Book {
  return {
    ...{ branch, people, founded, matters: [], entries: [], activities: [] },
    ...{ dues: new Set(), published: new Set(), held: new Set(), years: new Map(), secrets: new Map() },
    secretsMade: 0,
  };
}

export const matterOf = (book: Book, number: number): Matter | undefined => book.matters[number - 1];

export function personOf(book: Book, id: number): Person {
  const found = book.people.find((person) => person.id === id);
  if (found === undefined) throw new Error(`nobody is ${id}`);
  return found;
}

export function holderOf(book: Book, office: Person['offices'][number]): Person {
  const found = book.people.find(({ offices }) => offices.includes(office));
  if (found === undefined) throw new Error(`nobody is ${office}`);
  return found;
}

/** Two materials or witnesses make proof: one material, or two witnesses who confirmed (SPEC §2). */
export function isComplete({ kind, materials, witnesses }: Matter): boolean {
  return (kind !== 'bonus' && kind !== 'deduction') || materials > 0 || witnesses.size >= 2;
}

/** `base + Σbonus − min(base, Σdeductions)` of the entries ruled by then (SPEC §1). */
export function scoreOf(book: Book, member: number, year: number, until = '9999'): Sums {
  const own = book.entries.filter(
    (entry) => entry.member === member && entry.year === year && entry.ruledAt <= until,
  );
  const sum = (side: Entry['side']) =>
    own.filter((entry) => entry.side === side).reduce((total, { points }) => total + points, 0);
  const [bonus, minus] = [sum('bonus'), 0 - sum('deduction')];
  return { bonus, minus, total: 100 + bonus - Math.min(100, minus) };
}

interface Sums {
  readonly bonus: number;
  readonly minus: number;
  readonly total: number;
}

/** The entry that a matter posted and that nothing has reversed. */
export function standing(book: Book, number: number): Entry | undefined {
  const posted = book.entries.find((entry) => entry.matter === number && entry.reverses === null);
  return book.entries.some(({ reverses }) => reverses !== null && reverses === posted) ? undefined : posted;
}

/** Whether an objection has set aside a ruling of this person on the same deduction (four eyes). */
export function isOverruled(
  book: Book,
  { kind, number, item, deedOn, subject, drafted }: Matter,
  ruler: number,
): boolean {
  if (kind !== 'deduction' || drafted) return false;
  return book.matters.some(
    (other) =>
      other.kind === 'deduction' &&
      !other.drafted &&
      other.number < number &&
      other.ruler === ruler &&
      other.subject === subject &&
      other.item === item &&
      other.deedOn === deedOn &&
      book.entries.some(
        ({ reverses, matter }) =>
          reverses?.matter === other.number && matterOf(book, matter)?.kind === 'objection',
      ),
  );
}

/** The year whose score a matter may change; null: none. */
export function yearOfMatter(book: Book, { kind, deedOn, about }: Matter): number | null {
  if (kind === 'correction' || kind === 'objection') {
    const target = about === null ? undefined : matterOf(book, about);
    return target === undefined ? null : Number(target.deedOn.slice(0, 4));
  }
  return Number(deedOn.slice(0, 4));
}

export function isArchived(book: Book, year: number): boolean {
  return book.years.get(year)?.stage === 'archived';
}

/** Decided or later: its matters must not be touched by the generator, and none may be open. */
export function isDecided(book: Book, year: number): boolean {
  return !['open', 'summarised'].includes(book.years.get(year)?.stage ?? 'open');
}
