import type { Facts } from '../branch/facts.js';
import { pick } from '../branch/index-by.js';
import { yearOf } from '../period/civil.js';
import type { KindRules } from '../matters/kind.js';
import { monthIn, type Month } from '../period/months.js';
import type { Matter, VetoMatter } from '../rulings/rows.js';
import type { RecordedVote } from '../rulings/votes.js';

/** Ruled after hearing and vote (annex 1, 一票否决); a failed vote closes the matter, so a valid vote was carried. */
export const veto: KindRules<VetoMatter> = {
  columns: ['deedOn'],
  isQuiet: () => true,
  isReady: (_facts, _rulebook, { hearing, vote }) => hearing !== null && vote !== null,
  yearOf: (_facts, { deedOn }) => yearOf(deedOn),
  // A return annuls the vote, so a valid vote comes after it.
  returnIsMet: ({ vote }) => vote !== null,
};

/** Every veto about a member, oldest first. */
export function vetoesOf(facts: Facts, member: number): readonly VetoMatter[] {
  return vetoes(facts.of('matter', member));
}

const vetoes = pick((matter: Matter): matter is VetoMatter => matter.kind === 'veto');

/** What a certified veto makes of the year: nothing for who is not assessed, no tier for who is not rated (预备). */
export type VetoCounts = 'notAssessed' | 'notRated' | 'rated';

/** The certified veto of a member in a year: only that overrides the score. */
export function certifiedVeto(facts: Facts, member: number, year: number): VetoMatter | undefined {
  return vetoesOf(facts, member).find(
    ({ state, deedOn }) => state === 'confirmed' && yearOf(deedOn) === year,
  );
}

/** The veto of this year that is under way or certified: a second one could add nothing to it. */
export function standingVeto(facts: Facts, member: number, year: number): VetoMatter | undefined {
  return vetoesOf(facts, member).find(
    ({ state, deedOn }) => (state === 'open' || state === 'confirmed') && yearOf(deedOn) === year,
  );
}

/** Vetoes of that year on the same ground that the meeting voted down: that closed them (SPEC §2, veto). Oldest first. */
export function votedDown(
  facts: Facts,
  { subject, ground, deedOn }: Pick<VetoMatter, 'subject' | 'ground' | 'deedOn'>,
): readonly (VetoMatter & { readonly vote: RecordedVote })[] {
  return vetoesOf(facts, subject).flatMap((veto) => {
    const { number, state, vote } = veto;
    if (state !== 'closed' || vote === null || facts.get('ruling', number) !== undefined) return [];
    const isSame = veto.ground === ground && yearOf(veto.deedOn) === yearOf(deedOn);
    return isSame && veto.broken === undefined ? [{ ...veto, vote }] : [];
  });
}

/** A step of the procedure that has to come next (rulebook, `veto.steps`). */
export type VetoStep = 'hearing' | 'vote' | 'certification';

export function nextStep({ hearing, vote }: Pick<VetoMatter, 'hearing' | 'vote'>): VetoStep {
  if (hearing === null) return 'hearing';
  return vote === null ? 'vote' : 'certification';
}

/**
 * Of months in order, those after the last that a ladder has already drafted a veto for, with any outcome: each month
 * is brought up once.
 */
export function notYetDrafted(
  facts: Facts,
  member: number,
  ground: number,
  months: readonly Month[],
): readonly Month[] {
  const drafted = vetoesOf(facts, member)
    .filter((veto) => veto.since !== null && veto.ground === ground)
    .map(({ last, deedOn }) => last ?? monthIn(deedOn));
  return months.filter((month) => drafted.every((last) => month > last));
}

/**
 * Whether a ladder has already drafted this run of months, with any outcome but that the register broke it. Its `since`
 * may have moved forward meanwhile (a leave approved late, an old month paid), so a draft of any month in it counts.
 */
export function isDraftedRun(facts: Facts, member: number, ground: number, since: string): boolean {
  return vetoesOf(facts, member).some(
    (veto) =>
      veto.since !== null &&
      veto.broken === undefined &&
      veto.ground === ground &&
      monthIn(veto.deedOn) >= since,
  );
}
