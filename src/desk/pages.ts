import { activities } from './activities/list.js';
import { branches } from './branches/page.js';
import { care } from './care/page.js';
import { dues } from './dues/page.js';
import { notice } from './notice/page.js';
import { own } from './own/page.js';
import { papers } from './papers/page.js';
import { activity } from './activities/one.js';
import type { Page } from './page.js';
import { person, roster } from './roster/page.js';
import { points } from './points/page.js';
import { score, scores } from './scores/page.js';
import { rulebookPage } from './rulebook/page.js';
import { status } from './status/page.js';

import { today } from './today/page.js';
import { yearPage } from './year/page.js';

/** Every page of the desk, in the order of the navigation. */
export const pages: readonly Page[] = [
  today,
  own,
  activities,
  activity,
  scores,
  score,
  points,
  roster,
  person,
  dues,
  notice,
  care,
  papers,
  yearPage,
  rulebookPage,
  status,
  branches,
];
