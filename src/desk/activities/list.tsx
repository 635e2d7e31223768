import { announceActivity } from '../../app/attendance/announce.js';
import { mayAct } from '../../app/perform.js';
import { rosterReaders } from '../../app/roster/register/show.js';
import type { ActorContext } from '../../app/use-case.js';
import { groupsOf } from '../../domain/attendance/audience.js';
import type { Activity, Audience } from '../../domain/attendance/rows.js';
import { byTime, yearOf } from '../../domain/period/civil.js';
import { audienceTitle, kindTitle } from '../../words/activities.js';
import { fullDateTime } from '../../words/dates.js';
import { Hidden, Table } from '../parts/frame.js';
import { YearTabs } from '../parts/years.js';
import { yearAsked, type Asked, type Page } from '../page.js';
import { Calendar } from './calendar.js';
import { Matrix } from './matrix.js';

const simple = [{ kind: 'all' }, { kind: 'inService' }, { kind: 'committee' }] as const;

/** The year's activities, what is ahead first; and who was at each of them. */
export const activities: Page = {
  path: '/activities',
  title: '活动',
  who: 'everybody',
  inMenu: true,
  view(context, asked) {
    const { facts, rulebook, today, actor } = context;
    const keeps = mayAct(facts, actor, announceActivity.who);
    const sees = mayAct(facts, actor, rosterReaders);
    const year = yearAsked(asked, today);
    const all = facts
      .all('activity')
      .filter(({ state, at }) => state !== 'cancelled' && yearOf(at) === year)
      .sort(byTime);
    const ahead = all.filter(({ state }) => state === 'announced');
    const held = all.filter(({ state }) => state === 'closed');
    return (
      <>
        {keeps && <NewActivity context={context} asked={asked} />}
        <YearTabs year={year} last={lastYear(context)} at="/desk/activities" />
        {ahead.length > 0 && (
          <>
            <h2>还没有结束的</h2>
            <Table
              caption="还没有结束的活动"
              heads={['活动', '时间', '地点', '情况']}
              rows={ahead.map((activity) => [
                <a href={`/desk/activity?id=${activity.id}`}>{kindTitle(activity.kind, rulebook)}</a>,
                fullDateTime(activity.at, today),
                activity.place,
                stateText(activity, context.now),
              ])}
            />
          </>
        )}
        <h2>{`${year}年活动${sees ? '和三会一课' : ''}`}</h2>
        {sees && <p class="muted">√ 已结束；“欠”是已过期没有开的，“还要开”写在最晚的月份。</p>}
        <Calendar {...{ context, year, all }} showsOwed={sees} />
        {sees && held.length > 0 && <Matrix context={context} held={held} />}
      </>
    );
  },
  read: (form) => {
    const at = form.instant('at');
    if (at === '') return { missing: '请选择时间。' };
    const kind = form.text('kind');
    const audience = form.text('audience');
    const place = form.text('place');
    if (kind === '' || place === '') return { missing: '请选择类型，写明地点。' };
    const to: Audience | null = audience.startsWith('group:')
      ? { kind: 'group', group: audience.slice('group:'.length) }
      : (simple.find(({ kind: named }) => named === audience) ?? null);
    const input = {
      ...{ kind, at, place, audience: to, topic: form.text('topic') || null },
      ...{ voluntary: form.text('voluntary') !== '', until: null, another: false },
    };
    return { orders: [() => announceActivity.intent(input)] };
  },
};

/** An activity may be announced for the next year. */
function lastYear({ facts, today }: ActorContext): number {
  return Math.max(yearOf(today), ...facts.all('activity').map(({ at }) => yearOf(at)));
}

export function stateText({ state, at, required }: Activity, now: string): string {
  if (state === 'cancelled') return '已取消';
  const voluntary = required ? '' : '，自愿参加';
  if (state === 'closed') return `已结束${voluntary}`;
  return `${at > now ? '已通知' : '已开始，待结束'}${voluntary}`;
}

function NewActivity({ context, asked }: { readonly context: ActorContext; readonly asked: Asked }) {
  const { facts, rulebook } = context;
  const typed = (name: string) => asked.form?.text(name) ?? '';
  return (
    <details class="card" open={asked.form !== null}>
      <summary>通知新活动</summary>
      <form method="post" action="/desk/activities">
        <Hidden asked={asked} />
        <div class="fields">
          <label>
            <span>类型</span>
            <select name="kind" required>
              {rulebook.activities.kinds.map(({ id, label }) => (
                <option value={id} selected={id === typed('kind')}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>时间</span>
            <input type="datetime-local" name="at" value={typed('at')} required />
          </label>
          <label>
            <span>地点</span>
            <input name="place" value={typed('place')} required />
          </label>
          <label>
            <span>对象</span>
            <select name="audience">
              <option value="">按类型的惯例</option>
              {simple.map((one) => (
                <option value={one.kind} selected={one.kind === typed('audience')}>
                  {audienceTitle(one)}
                </option>
              ))}
              {groupsOf(facts).map((group) => (
                <option value={`group:${group}`} selected={`group:${group}` === typed('audience')}>
                  {group}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>议题</span>
            <input name="topic" value={typed('topic')} />
          </label>
        </div>
        <p class="acts">
          <label>
            <input type="checkbox" name="voluntary" checked={typed('voluntary') !== ''} /> 自愿参加
          </label>
          <button class="main">在群里通知</button>
        </p>
      </form>
    </details>
  );
}
