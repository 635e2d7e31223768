import { closeActivity } from '../../app/attendance/close.js';
import { takeMinutes } from '../../app/attendance/minutes.js';
import { cancelActivity, rescheduleActivity } from '../../app/attendance/replan.js';
import { rollCall } from '../../app/attendance/roll-call.js';
import { mayAct } from '../../app/perform.js';
import { rosterReaders } from '../../app/roster/register/show.js';
import type { ActorContext } from '../../app/use-case.js';
import type { Activity } from '../../domain/attendance/rows.js';
import { dueOf } from '../../domain/attendance/standing.js';
import { kindTitle } from '../../words/activities.js';
import { fullDateTime } from '../../words/dates.js';
import type { Form } from '../form.js';
import { Hidden } from '../parts/frame.js';
import { unread, type Asked, type Choose, type Orders, type Page } from '../page.js';
import { referenceTo } from '../../chat/words/life/activity-lines.js';
import { LineForms } from '../lines/form.js';
import { afterForms } from './forms.js';
import { stateText } from './list.js';
import { Everybody, marksOf, RollCall } from './roll.js';

/** One activity: the roll call by tapping, its minutes, and its end. */
export const activity: Page = {
  path: '/activity',
  title: '活动登记',
  below: '/activities',
  who: 'everybody',
  inMenu: false,
  view(context, asked) {
    const { facts, rulebook, today, now, actor } = context;
    const one = facts.get('activity', Number(asked.query('id')));
    if (one === undefined) return <p class="card">没有这个活动。</p>;
    const due = dueOf(facts, one);
    const keeps = mayAct(facts, actor, rollCall.who);
    // The secretary corrects no more than the recorder's own entry, which takes a line in the chat.
    const calls = mayAct(facts, actor, ['recorder']);
    const sees = keeps || mayAct(facts, actor, rosterReaders);
    const isOpen = one.state === 'announced';
    return (
      <>
        <div class="card">
          <h3>{`${kindTitle(one.kind, rulebook)} ${fullDateTime(one.at, today)} ${one.place}`}</h3>
          <p>{stateText(one, now)}</p>
          {one.topic !== null && <p>{`议题：${one.topic}`}</p>}
        </div>
        {sees && <RollCall {...{ context, asked, due }} activity={one} mayCall={calls && isOpen} />}
        {keeps && <Plan {...{ asked, context }} activity={one} />}
        {sees && one.state === 'closed' && (
          <LineForms
            {...{ context, asked }}
            forms={afterForms}
            at={`/desk/activity?id=${one.id}`}
            fixed={{ activity: referenceTo(facts, one, rulebook), id: `${one.id}` }}
          />
        )}
      </>
    );
  },
  forms: afterForms,
  read: readActivity,
};

function Plan(props: { readonly context: ActorContext; readonly asked: Asked; readonly activity: Activity }) {
  const { context, asked, activity: one } = props;
  const typed = (name: string) => asked.form?.text(name) ?? '';
  const isOpen = one.state === 'announced';
  return (
    <form method="post" action={`/desk/activity?id=${one.id}`} class="card" enctype="multipart/form-data">
      <Hidden asked={asked} />
      <input type="hidden" name="activity" value={`${one.id}`} />
      <h2>纪要和图片</h2>
      <div class="fields">
        <label>
          <span>纪要</span>
          <textarea name="minutes" rows={4}>
            {asked.form?.lines('minutes') || one.minutes || ''}
          </textarea>
        </label>
        <label>
          <span>决议</span>
          <textarea name="decisions" rows={4}>
            {asked.form?.lines('decisions') || one.decisions || ''}
          </textarea>
        </label>
        <label>
          <span>活动图片（可多选）</span>
          <input type="file" name="files" accept="image/*" multiple />
        </label>
      </div>
      <p class="acts">
        {mayAct(context.facts, context.actor, takeMinutes.who) && (
          <button name="do" value="minutes">
            保存纪要和图片
          </button>
        )}
        {isOpen && one.at <= context.now && (
          <button class="main" name="do" value={asked.form?.text('do') === 'close' ? 'closeAnyway' : 'close'}>
            {asked.form?.text('do') === 'close' ? '按现在的登记结束' : '结束活动'}
          </button>
        )}
      </p>
      {isOpen && one.at > context.now && (
        <div class="fields">
          <label>
            <span>改到</span>
            <input type="datetime-local" name="at" value={typed('at')} />
          </label>
          <p class="acts">
            <button name="do" value="move">
              改期
            </button>
          </p>
          <label>
            <span>取消的原因</span>
            <input name="reason" value={typed('reason')} />
          </label>
          <p class="acts">
            <button name="do" value="cancel">
              取消活动
            </button>
          </p>
        </div>
      )}
    </form>
  );
}

async function readActivity(form: Form): Promise<Orders> {
  const [id] = form.numbers('activity');
  if (id === undefined) return { missing: '没有看懂是哪次活动，请刷新后再试。' };
  const one = (choose: Choose): Orders => ({ orders: [choose] });
  switch (form.text('do')) {
    case 'roll': {
      // What the page showed already is not said again: another recorder may have put it right meanwhile.
      const changed = marksOf(form).filter(({ now, was }) => now !== was);
      const as = (presence: string) =>
        changed.filter(({ now }) => now === presence).map(({ person }) => person);
      const [present, absent] = [as('present'), as('absent')];
      if (present.length + absent.length === 0) return { missing: '请先点选到或缺，再登记。' };
      const named = {
        activity: id,
        present,
        absent,
        everybody: false,
        except: [],
        late: [],
        leftEarly: [],
        due: null,
      };
      return one(() => rollCall.intent(named));
    }
    case 'askAll':
      return { preview: (context, asked) => <Everybody {...{ context, asked }} id={id} /> };
    case 'all':
      return one(() =>
        rollCall.intent({
          activity: id,
          present: [],
          absent: [],
          everybody: true,
          except: [],
          late: [],
          leftEarly: [],
          due: null,
        }),
      );
    case 'minutes': {
      const [minutes, decisions] = [form.lines('minutes'), form.lines('decisions')];
      const files = await form.files('files');
      if (minutes === '' && decisions === '' && files.length === 0)
        return { missing: '请先写纪要、决议，或选图片，再保存。' };
      const input = { minutes: minutes || null, decisions: decisions || null, host: null, anew: false };
      return { orders: [() => takeMinutes.intent({ activity: id, ...input })], files };
    }
    case 'close':
    case 'closeAnyway': {
      const accepted = form.text('do') === 'closeAnyway';
      return one(() => closeActivity.intent({ activity: id, accepted, hours: null }));
    }
    case 'move':
      return form.instant('at') === ''
        ? { missing: '请先选择新的时间，再点“改期”。' }
        : one(() => rescheduleActivity.intent({ activity: id, at: form.instant('at'), where: null }));
    case 'cancel':
      return form.text('reason') === ''
        ? { missing: '请先写明取消的原因，再点“取消活动”。' }
        : one(() => cancelActivity.intent({ activity: id, reason: form.text('reason') }));
    default:
      return unread;
  }
}
