import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import type { CorrectionMatter, Matter, PointsMatter } from '../../domain/rulings/rows.js';
import { alike, standingEntries } from '../../domain/rulings/deeds.js';
import { evidenceOf } from '../../domain/rulings/evidence.js';
import { openReturn, statementsOf, supervisionOf } from '../../domain/rulings/remarks.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { materialTexts, occasionOf } from '../points/cards.js';
import type { MatterCard } from './says.js';

/** The matter as the ruler sees it. */
export function matterCard(facts: Facts, rulebook: Rulebook, matter: Matter): MatterCard {
  const base = {
    number: matter.number,
    subject: refById(facts, matter.subject),
    proposer: matter.kind === 'objection' ? null : refById(facts, matter.proposer),
    openedAt: matter.openedAt,
    statements: statementsOf(facts, matter.number),
    returned: openReturn(facts, matter.number)?.text ?? null,
    supervision: supervisionOf(facts, matter.number),
  };
  switch (matter.kind) {
    case 'bonus':
    case 'deduction':
      return { ...base, ...ofPoints(facts, rulebook, matter) };
    case 'leave': {
      const activity = facts.get('activity', matter.activity);
      const { leaveKind, reason } = matter;
      return {
        ...base,
        kind: 'leave',
        activity: activity?.kind ?? '',
        at: activity?.at ?? '',
        leaveKind,
        reason,
      };
    }
    case 'binding':
      return {
        ...base,
        kind: 'binding',
        nickname: matter.nickname,
        hasAccount: accountsOf(facts, matter.subject).length > 0,
      };
    case 'correction':
      return { ...base, ...ofCorrection(facts, rulebook, matter) };
    case 'exemption': {
      const { exempt, reason, consentedAt } = matter;
      return { ...base, kind: 'exemption', exempt, reason, consented: consentedAt !== null };
    }
    case 'veto': {
      const { ground, deedOn, reason, hearing, vote } = matter;
      return { ...base, kind: 'veto', ground, deedOn, reason, hearing: hearing?.text ?? null, vote };
    }
    case 'objection':
      return { ...base, kind: 'objection', about: matter.about, reason: matter.reason };
    case 'rulebook': {
      const { version, title, meetingOn } = matter;
      return { ...base, kind: 'rulebook', version, title, meetingOn };
    }
  }
}

function ofPoints(facts: Facts, rulebook: Rulebook, matter: PointsMatter) {
  const { kind, item, grade, times, points, deedOn, reason } = matter;
  const evidence = evidenceOf(facts, rulebook, matter);
  return {
    kind,
    item,
    grade,
    times,
    points,
    deedOn,
    reason,
    witnesses: evidence.confirmed.map((id) => refById(facts, id)),
    materials: materialTexts(facts, matter.number),
    occasion: occasionOf(facts, rulebook, matter),
    wantsMeeting: -points >= rulebook.hearing.meetingDateFrom,
    missing: evidence.missingWitnesses,
    alike: alike(facts, rulebook, matter),
  };
}

function ofCorrection(facts: Facts, rulebook: Rulebook, matter: CorrectionMatter) {
  const { corrects, reason } = matter;
  const corrected = facts.get('matter', corrects);
  const standing = corrected === undefined ? [] : standingEntries(facts, corrected);
  const points = standing.reduce((sum, entry) => sum + entry.points, 0);
  // The register proposes with the words of its own matter; people give reasons of theirs.
  const byRegister = corrected?.kind === 'deduction' && corrected.reason === reason;
  const occasion = byRegister ? occasionOf(facts, rulebook, corrected) : null;
  const supplement = matter.supplement === true;
  return { kind: 'correction' as const, corrects, reason, occasion, points, supplement };
}

/** The matter as its proposer and its subject see it in their own list: without the proof, which names the witnesses. */
export function ownCard(facts: Facts, rulebook: Rulebook, matter: Matter): MatterCard {
  const card = matterCard(facts, rulebook, matter);
  return card.kind === 'bonus' || card.kind === 'deduction'
    ? { ...card, witnesses: [], materials: [] }
    : card;
}
