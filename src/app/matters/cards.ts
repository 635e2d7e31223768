import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import type {
  BindingMatter,
  CorrectionMatter,
  FormerYearMatter,
  Matter,
  PointsMatter,
  VetoMatter,
} from '../../domain/rulings/rows.js';
import { alike, standingEntries } from '../../domain/points/deeds.js';
import { evidenceOf } from '../../domain/points/evidence.js';
import { nextStep } from '../../domain/veto/matter.js';
import { openReturn, statementsOf, supervisionOf } from '../../domain/matters/remarks.js';
import { yearOf } from '../../domain/period/civil.js';
import { yearOfMatter } from '../../domain/matters/kinds.js';
import { whyNotFree } from '../../domain/year/matter.js';
import { isNothingKept, readContent, rulebookOfYear } from '../../domain/rulebook/adopted.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { targetCard } from '../objections/cards.js';
import { materialTexts, occasionOf } from './points.js';
import { draftedRun } from '../veto/cards.js';
import { proxiesOf } from './proxies.js';
import type { MatterCard } from './card.js';

function rivalsOf(facts: Facts, { number, subject }: BindingMatter): readonly number[] {
  return facts
    .all('matter')
    .filter((other) => other.kind === 'binding' && other.state === 'open' && other.subject === subject)
    .map((other) => other.number)
    .filter((other) => other !== number);
}

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
    proxies: proxiesOf(facts, matter),
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
        account: matter.account,
        rivals: rivalsOf(facts, matter),
        hasAccount: accountsOf(facts, matter.subject).length > 0,
      };
    case 'correction':
      return { ...base, ...ofCorrection(facts, rulebook, matter) };
    case 'exemption': {
      const { exempt, reason, consentedAt } = matter;
      const materials = materialTexts(facts, matter.number);
      return { ...base, kind: 'exemption', exempt, reason, consented: consentedAt !== null, materials };
    }
    case 'veto':
      return { ...base, ...ofVeto(matter) };
    case 'objection':
      return {
        ...base,
        kind: 'objection',
        about: matter.about,
        target: targetCard(facts, matter.about),
        reason: matter.reason,
        materials: materialTexts(facts, matter.number),
      };
    case 'rulebook': {
      const { version, title, meetingOn } = matter;
      const after = readContent(matter.content);
      const compared = after === undefined ? null : { before: rulebook, after };
      const fromThisYear = isNothingKept(facts);
      return { ...base, kind: 'rulebook', version, title, meetingOn, fromThisYear, compared };
    }
    case 'formerYear':
      return { ...base, ...ofFormerYear(facts, matter) };
  }
}

function ofPoints(facts: Facts, rulebook: Rulebook, matter: PointsMatter) {
  const { kind, item, grade, times, points, deedOn, reason } = matter;
  const { meetingDateFrom } = rulebookOfYear(facts, rulebook, yearOf(deedOn)).hearing;
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
    wantsMeeting: -points >= meetingDateFrom,
    missing: evidence.missingWitnesses,
    alike: alike(facts, rulebook, matter),
  };
}

function ofFormerYear(facts: Facts, matter: FormerYearMatter) {
  const { number, year, lines } = matter;
  const rows = lines.map((line) => ({ ...line, person: refById(facts, line.person) }));
  const materials = materialTexts(facts, number);
  const free = whyNotFree(facts, year, { yearOf: yearOfMatter }) === undefined;
  return { kind: 'formerYear' as const, year, rows, materials, free };
}

function ofVeto(matter: VetoMatter) {
  const { ground, deedOn, reason, vote, annulled = [] } = matter;
  const hearing = matter.hearing?.text ?? null;
  const drafted = draftedRun(matter);
  return {
    kind: 'veto' as const,
    ground,
    deedOn,
    reason,
    hearing,
    vote,
    annulled,
    drafted,
    next: nextStep(matter),
  };
}

function ofCorrection(facts: Facts, rulebook: Rulebook, matter: CorrectionMatter) {
  const { corrects, reason } = matter;
  const corrected = facts.get('matter', corrects);
  const standing = corrected === undefined ? [] : standingEntries(facts, corrected);
  const points = standing.reduce((sum, entry) => sum + entry.points, 0);
  // The register proposes with the words of its own matter; people give reasons of theirs.
  const byRegister =
    corrected?.kind === 'deduction' && corrected.activity !== null && corrected.reason === reason;
  const occasion = byRegister ? occasionOf(facts, rulebook, corrected) : null;
  const supplement = matter.supplement === true;
  const veto = corrected?.kind === 'veto' ? corrected.ground : null;
  return { kind: 'correction' as const, corrects, reason, occasion, points, veto, supplement };
}

/** The matter as its proposer and its subject see it in their own list: without the proof, which names the witnesses, and what is meant for the ruler. */
export function ownCard(facts: Facts, rulebook: Rulebook, matter: Matter): MatterCard {
  const card = { ...matterCard(facts, rulebook, matter), supervision: [] };
  return card.kind === 'bonus' || card.kind === 'deduction'
    ? { ...card, witnesses: [], materials: [], proxies: [] }
    : card;
}
