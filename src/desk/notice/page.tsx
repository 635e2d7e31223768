import type { ActorContext } from '../../app/use-case.js';
import { daysBetween, dateOf } from '../../domain/period/civil.js';
import { aboutMember, isPublic } from '../../domain/notice/posting.js';
import type { Publication, PublishedLine } from '../../domain/notice/publication.js';
import type { Notice } from '../../domain/notice/rows.js';
import type { NoticeLine, YearNotice } from '../../domain/year/public-notice.js';
import { lastNoticeDay, yearState } from '../../domain/year/state.js';
import { fullDate } from '../../words/dates.js';
import { signed, tierTitle } from '../../words/items.js';
import { personTitle } from '../../words/persons.js';
import {
  entryNotes,
  ledgerMark,
  noticeNumber,
  noticeTopic,
  objectionHint,
} from '../../words/publications.js';
import { LineForms } from '../lines/form.js';
import type { Page } from '../page.js';
import { Table } from '../parts/frame.js';
import { noticeForms } from './forms.js';

/** The last public notice, large: for a screen in the corridor. */
export const notice: Page = {
  path: '/notice',
  title: '公示',
  who: 'everybody',
  inMenu: true,
  view(context, asked) {
    const posted = context.facts
      .all('notice')
      .filter((one) => isShown(context, one))
      .at(-1);
    return (
      <>
        {posted === undefined ? <p class="card">目前没有公示。</p> : <Posted {...{ context, posted }} />}
        <LineForms {...{ context, asked }} forms={noticeForms} at="/desk/notice" title="办理公示" />
      </>
    );
  },
  forms: noticeForms,
};

function Posted({ context, posted }: { readonly context: ActorContext; readonly posted: Notice }) {
  const { number, kind, postedAt } = posted;
  const { facts, today } = context;
  const since = facts.get('posting', number)?.on ?? dateOf(postedAt);
  return (
    <section class="corridor">
      <h2>{noticeTopic(posted)}</h2>
      <p>{`${noticeNumber(number)}，${fullDate(since, today)}公示。${clockOf(context, posted)}`}</p>
      <Lines {...{ context, posted }} />
      <p>{objectionHint(number, kind)}</p>
      <p class="muted">{`按名册顺序，不排名。${ledgerMark(posted)}。`}</p>
    </section>
  );
}

/** What was read out at a meeting is on no screen. */
function isShown({ facts }: ActorContext, one: Notice): boolean {
  return isPublic(facts, one) && one.how !== 'meeting' && aboutMember(one) === null;
}

/** How many of its days are left. */
function clockOf({ facts, today }: ActorContext, { kind, year }: Notice): string {
  const until = kind === 'yearly' ? lastNoticeDay(yearState(facts, year)) : undefined;
  if (until === undefined) return '';
  const last = `公示到${fullDate(until, today)}`;
  if (today > until) return `${last}，已经期满。`;
  const left = daysBetween(today, until);
  return left === 0 ? `${last}，今天是最后一天。` : `${last}，还有${left}天。`;
}

function Lines({ context, posted }: { readonly context: ActorContext; readonly posted: Notice }) {
  const content = JSON.parse(posted.text) as Publication | YearNotice;
  const isYearly = 'until' in content;
  const rulebook = context.rulebookOf(posted.year);
  const frequency = isYearly ? 'yearly' : content.frequency;
  const lines: readonly (PublishedLine | NoticeLine)[] = content.lines;
  return (
    <Table
      caption={noticeTopic(posted)}
      heads={['姓名', '基础分', '加分', '减分', '总分', ...(isYearly ? ['等次'] : []), '认定的加减分']}
      numbers={[1, 2, 3, 4]}
      rows={lines.map((line) => [
        personTitle(line.person, rulebook),
        line.base,
        signed(line.bonus),
        signed(-line.deductions),
        line.total,
        ...('tier' in line ? [tierTitle(line.tier, rulebook)] : []),
        entryNotes({ entries: line.entries ?? [] }, { frequency }).join('；'),
      ])}
    />
  );
}
