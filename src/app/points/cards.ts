import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import type { PointsMatter } from '../../domain/branch/rows.js';
import type { PointsCard } from './says.js';

/** What may be said of a matter wherever its kind may be spoken of; no reason, no proof. */
export function pointsCard(facts: Facts, matter: PointsMatter): PointsCard {
  const { number, item, grade, times, points, deedOn } = matter;
  return { number, item, grade, times, points, deedOn, subject: refById(facts, matter.subject) };
}
