import { leave } from './attendance/matter.js';
import { attendance } from './attendance/truth/matter.js';
import { correction } from './corrections/matter.js';
import { formerYear } from './imports/matter.js';
import type { Kinds } from './matters/kind.js';
import { objection } from './objections/matter.js';
import { bonus, deduction } from './points/matter.js';
import { binding } from './roster/binding/matter.js';
import { exemption } from './roster/exemption/matter.js';
import { status } from './roster/membership/matter.js';
import { rulebook } from './rulebook/matter.js';
import { reading } from './rulebook/reading-matter.js';
import { veto } from './veto/matter.js';

/**
 * What each kind of matter does. It sits outside the subjects and reaches them through the context, so that none
 * imports another's.
 */
export const kinds: Kinds = {
  bonus,
  deduction,
  leave,
  attendance,
  binding,
  correction,
  exemption,
  status,
  veto,
  objection,
  rulebook,
  reading,
  formerYear,
};
