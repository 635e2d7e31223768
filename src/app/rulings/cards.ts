import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import type { Matter } from '../../domain/branch/rows.js';
import { evidenceOf } from '../../domain/rulings/evidence.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { MatterCard } from './says.js';

/** The matter as the ruler sees it. */
export function matterCard(facts: Facts, rulebook: Rulebook, matter: Matter): MatterCard {
  const base = {
    number: matter.number,
    subject: refById(facts, matter.subject),
    proposer: refById(facts, matter.proposer),
    openedAt: matter.openedAt,
    statements: facts
      .of('remark', matter.number)
      .filter((remark) => remark.kind === 'statement')
      .map((remark) => remark.text),
  };
  switch (matter.kind) {
    case 'bonus':
    case 'deduction': {
      const { kind, item, grade, times, points, deedOn, reason } = matter;
      const evidence = evidenceOf(facts, rulebook, matter);
      return {
        ...base,
        kind,
        item,
        grade,
        times,
        points,
        deedOn,
        reason,
        witnesses: evidence.confirmed.map((id) => refById(facts, id)),
        materials: facts.of('material', matter.number).map((material) => material.text),
        wantsMeeting: -points >= rulebook.hearing.meetingDateFrom,
        missing: evidence.missingWitnesses,
      };
    }
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
        hasAccount: facts.of('account', matter.subject).length > 0,
      };
    case 'correction': {
      const { corrects, reason } = matter;
      const posted = facts
        .all('entry')
        .filter((entry) => entry.matter === corrects && entry.reverses === null);
      return {
        ...base,
        kind: 'correction',
        corrects,
        reason,
        points: posted.reduce((sum, entry) => sum + entry.points, 0),
      };
    }
  }
}
