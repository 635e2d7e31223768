import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import { periodOf, type Period } from '../../domain/notice/period.js';
import type { Notice } from '../../domain/notice/rows.js';
import { pointsBehind } from '../../domain/objections/target.js';
import { yearOf } from '../../domain/period/civil.js';
import { isPoints } from '../../domain/points/deeds.js';
import type { ObjectionTarget } from '../../domain/rulings/rows.js';
import { pointsCard } from '../matters/points.js';
import type { NoticeRef, TargetCard } from '../matters/card.js';

/** What an objection is about, as those see it who may; null for what can no longer be found. */
export function targetCard(facts: Facts, about: ObjectionTarget): TargetCard | null {
  if (about.to === 'notice') {
    const notice = facts.get('notice', about.number);
    return notice === undefined ? null : { kind: 'notice', notice: refOfNotice(notice) };
  }
  const matter = facts.get('matter', about.number);
  const ruling = facts.get('ruling', about.number);
  if (matter === undefined || ruling === undefined) return null;
  const { number } = matter;
  if (matter.kind === 'veto') {
    const { ground, deedOn } = matter;
    return { kind: 'veto', number, subject: refById(facts, matter.subject), ground, year: yearOf(deedOn) };
  }
  const points = pointsBehind(facts, matter);
  if (points === undefined) return null;
  const [card, ruler] = [pointsCard(facts, points), refById(facts, ruling.ruler)];
  return isPoints(matter)
    ? { kind: 'points', card, confirmed: ruling.decision === 'confirmed', ruler }
    : { kind: 'correction', number, card, ruler };
}

function refOfNotice(notice: Notice): NoticeRef {
  const { number, year, postedAt } = notice;
  if (notice.kind === 'yearly') return { number, year, period: null, postedAt };
  const { frequency, first } = JSON.parse(notice.text) as Pick<Period, 'frequency' | 'first'>;
  return { number, year, period: periodOf(frequency, first), postedAt };
}
