import type { MatterCard } from '../../app/matters/card.js';
import { filesOf, sightOf } from '../../app/matters/evidence.js';
import { bearWitness } from '../../app/points/witness.js';
import { confirmMatters } from '../../app/rulings/confirm.js';
import { rejectMatter, returnMatter } from '../../app/rulings/reject.js';
import { todoOf } from '../../app/rulings/todo.js';
import { isPoints } from '../../domain/points/deeds.js';
import type { ActorContext } from '../../app/use-case.js';
import {
  cardLines,
  insteadTitle,
  matterHead,
  pendingText,
  registeredHead,
  unheardText,
  wantsMeeting,
} from '../../chat/replies/rulings/matters.js';
import { sentencesOf } from '../../chat/replies/rulings/kinds.js';
import { openText } from '../../chat/replies/rulings/lists.js';
import { fullDate, fullDateTime } from '../../words/dates.js';
import { signed, itemTitle } from '../../words/items.js';
import { personTitle } from '../../words/persons.js';
import { LineForms, readLines } from '../lines/form.js';
import { Hidden } from '../parts/frame.js';
import { unread, type Choose, type Orders, type Page } from '../page.js';
import type { Form } from '../form.js';
import { matterForms } from './forms.js';

/** Rows of one list: forty matters are ruled in one sitting. */
const mostRows = 60;

/** What waits for me, oldest first, with its evidence beside it; the rest of my own below. */
export const today: Page = {
  path: '',
  title: '今天',
  who: 'everybody',
  inMenu: true,
  view(context, asked) {
    const todo = todoOf(context, mostRows);
    const mine = [...todo.ruling.shown, ...todo.unheard.shown].sort(
      (one, other) => one.number - other.number,
    );
    const rest = [todo.unproven, todo.underWay, todo.own].flatMap(({ shown }) => shown);
    const { yearToAudit: _year, ...lists } = todo;
    const more = Object.values(lists).reduce((sum, list) => sum + list.more, 0);
    const isEmpty = mine.length + rest.length + todo.barred.shown.length + todo.witnessing.shown.length === 0;
    return (
      <>
        <p class="muted">{fullDateTime(context.now, context.today)}</p>
        {isEmpty && <p class="card">目前没有待办。</p>}
        {mine.length > 0 && (
          <form method="post" action="/desk">
            <Hidden asked={asked} />
            <h2>{`待我认定（${mine.length}条）`}</h2>
            {mine.map((card) => (
              <ToRule context={context} card={card} />
            ))}
            <div class="foot acts">
              <button class="main" name="do" value="confirm">
                确认勾选的各条
              </button>
              <span class="muted">逐条核对，各条单独认定；没有办成的会说明原因。</span>
            </div>
          </form>
        )}
        {todo.witnessing.shown.length > 0 && (
          <form method="post" action="/desk">
            <Hidden asked={asked} />
            <h2>请我证明</h2>
            {todo.witnessing.shown.map((card) => (
              <article class="card">
                <h3>
                  {`#${card.number} ${personTitle(card.subject, context.rulebook)} ${itemTitle(card, context.rulebook)} ${signed(card.points)}分`}
                </h3>
                <div class="lines">{witnessed(context, card.number)}</div>
                <div class="acts">
                  <button name="do" value={`bearWitness:${card.number}`}>
                    属实，我证明
                  </button>
                </div>
              </article>
            ))}
          </form>
        )}
        <Rows
          title="须由他人认定"
          rows={todo.barred.shown.map(
            ({ card, instead }) =>
              `#${card.number} ${registeredHead(card, context)}，${insteadTitle(instead, context)}`,
          )}
        />
        <Rows title="等待他人的，和我登记的" rows={rest.map((card) => openText(card, context))} />
        {more > 0 && <p class="muted">{`另有${more}条，办完上面的再列出。`}</p>}
        <LineForms {...{ context, asked }} forms={matterForms} at="/desk" title="其他办理" />
      </>
    );
  },
  read: async (form) => (await readLines(matterForms, form)) ?? read(form),
};

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  return rows.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="card">
        {rows.map((row) => (
          <li>{row}</li>
        ))}
      </ul>
    </section>
  );
}

/** A witness certifies what they have read. */
function witnessed({ facts, today: day }: ActorContext, number: number): string {
  const matter = facts.get('matter', number);
  return matter === undefined || !isPoints(matter)
    ? ''
    : `事由：${matter.reason}（${fullDate(matter.deedOn, day)}）`;
}

/** What the card says; of a kind with words of its own, those. */
function linesOf(card: MatterCard, context: ActorContext): string {
  return sentencesOf(card).text === undefined
    ? cardLines(card, context).join('\n')
    : pendingText(card, context);
}

function ToRule({ context, card }: { readonly context: ActorContext; readonly card: MatterCard }) {
  const { number } = card;
  const unheard = unheardText(card, context);
  const isAnswered = card.kind === 'objection';
  return (
    <article class="card matter">
      <input type="checkbox" name="number" value={`${number}`} aria-label={`勾选 #${number}`} />
      <h3>{`#${number} ${matterHead(card, context)}`}</h3>
      <div class="lines">{linesOf(card, context)}</div>
      <Proof context={context} number={number} />
      {unheard === undefined ? null : <p class="lines muted">{unheard.split('；')[0]}。</p>}
      <div class="acts">
        {wantsMeeting(card) && (
          <label>
            <span>会议日期</span>
            <input type="date" name={`meeting-${number}`} max={context.today} />
          </label>
        )}
        {isAnswered ? (
          <>
            <button name="do" value={`keep:${number}`}>
              答复：维持
            </button>
            <button name="do" value={`uphold:${number}`}>
              答复：成立
            </button>
            <label>
              <span>成立并更正哪条（可不填）</span>
              <input name={`corrects-${number}`} inputmode="numeric" />
            </label>
          </>
        ) : unheard === undefined ? (
          <button class="main" name="do" value={`confirm:${number}`}>
            确认
          </button>
        ) : (
          <button name="do" value={`heard:${number}`}>
            已当面听取，确认
          </button>
        )}
        <label>
          <span>{isAnswered ? '答复说明' : '理由（驳回或退回时写）'}</span>
          <input name={`reason-${number}`} maxlength={200} />
        </label>
        {!isAnswered && (
          <button name="do" value={`reject:${number}`}>
            驳回
          </button>
        )}
        {!isAnswered && (
          <button name="do" value={`return:${number}`}>
            退回补充
          </button>
        )}
      </div>
    </article>
  );
}

/** Pictures are shown, other files can be downloaded; only for those who may see the evidence whole. */
export function Proof({ context, number }: { readonly context: ActorContext; readonly number: number }) {
  const { facts, rulebook, actor } = context;
  const matter = facts.get('matter', number);
  if (matter === undefined || sightOf(facts, rulebook, matter, actor) !== 'whole') return null;
  const files = filesOf(facts, number).flatMap((id) => facts.get('file', id) ?? []);
  return files.length === 0 ? null : (
    <div class="proof">
      {files.map(({ id, kind, name }) => (
        <a href={`/desk/files/${number}/${id}`}>
          {kind === 'picture' ? <img src={`/desk/files/${number}/${id}`} alt={name} loading="lazy" /> : name}
        </a>
      ))}
    </div>
  );
}

function read(form: Form): Orders {
  const [act = '', which = ''] = form.text('do').split(':');
  const number = /^\d{1,9}$/u.test(which) ? Number(which) : 0;
  const reason = form.text(`reason-${number}`) || null;
  const confirm =
    (numbers: readonly number[], heard: boolean): Choose =>
    () =>
      confirmMatters.intent({
        numbers: [...numbers],
        meetingOn: form.day(`meeting-${numbers[0] ?? 0}`) || null,
        heard,
      });
  switch (act) {
    case 'confirm': {
      if (which !== '') return { orders: [confirm([number], false)] };
      const numbers = form.numbers('number');
      if (numbers.length === 0) return { missing: '请先勾选要确认的各条，再点“确认勾选的各条”。' };
      const alone = numbers.filter((one) => form.day(`meeting-${one}`) !== '');
      const together = numbers.filter((one) => !alone.includes(one));
      const orders = together.length === 0 ? [] : [confirm(together, false)];
      return { orders: [...orders, ...alone.map((one) => confirm([one], false))] };
    }
    case 'heard':
      return { orders: [confirm([number], true)] };
    case 'reject':
    case 'return':
      if (reason === null) return { missing: `请先写明 #${number} 的理由，再点一次。` };
      return act === 'reject'
        ? { orders: [() => rejectMatter.intent({ number, reason })] }
        : { orders: [() => returnMatter.intent({ number, text: reason })] };
    case 'keep':
    case 'uphold': {
      if (reason === null) return { missing: `请先写明 #${number} 的答复说明，再点一次。` };
      const corrects = act === 'uphold' ? form.numbers(`corrects-${number}`) : [];
      const correcting = corrects.length === 0 ? '' : ` 更正 ${corrects.join('、')}`;
      return { orders: [`/答复 ${number} ${act === 'keep' ? '维持' : '成立'} ${reason}${correcting}`] };
    }
    case 'bearWitness':
      return { orders: [() => bearWitness.intent({ number })] };
    default:
      return unread;
  }
}
