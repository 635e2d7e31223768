import { leave } from './attendance/matter.js';
import { correction } from './corrections/matter.js';
import { formerYear } from './imports/matter.js';
import type { Kinds } from './matters/kind.js';
import { objection } from './objections/matter.js';
import { bonus, deduction } from './points/matter.js';
import { binding } from './roster/binding-matter.js';
import { exemption } from './roster/exemption-matter.js';
import { rulebook } from './rulebook/matter.js';
import { veto } from './veto/matter.js';

/**
 * What each kind of matter does. It stands outside the subjects and comes to them through the context, so that none of
 * them imports another one's.
 */
export const kinds: Kinds = {
  bonus,
  deduction,
  leave,
  binding,
  correction,
  exemption,
  veto,
  objection,
  rulebook,
  formerYear,
};
