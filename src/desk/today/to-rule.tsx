import type { MatterCard } from '../../app/matters/card.js';
import { filesOf, sightOf } from '../../app/matters/evidence.js';
import { matterCard } from '../../app/matters/cards.js';
import { leftOut } from '../../app/rulings/left-out.js';
import type { ActorContext } from '../../app/use-case.js';
import {
  cardLines,
  matterHead,
  pendingText,
  unheardText,
  wantsMeeting,
} from '../../chat/replies/rulings/matters.js';
import { sentencesOf } from '../../chat/replies/rulings/kinds.js';
import { Hidden } from '../parts/frame.js';
import type { PaperFile } from '../../app/ports/papers.js';
import type { Asked } from '../page.js';

/** What the card says; of a kind with words of its own, those. */
function linesOf(card: MatterCard, context: ActorContext): string {
  return sentencesOf(card).text === undefined
    ? cardLines(card, context).join('\n')
    : pendingText(card, context);
}

/** Why it is not ruled on together with others, as 全部 in the chat leaves it out; undefined: it is. */
function apart(context: ActorContext, number: number): 'itself' | 'alike' | 'answer' | undefined {
  const matter = context.facts.get('matter', number);
  const left = matter === undefined ? undefined : leftOut(context, matter)?.by;
  return left === 'itself' || left === 'alike' || left === 'answer' ? left : undefined;
}

/** One that weighs more than a point is read once more before it is confirmed. */
export function Ask(props: {
  readonly context: ActorContext;
  readonly asked: Asked;
  readonly number: number;
}) {
  const { context, asked, number } = props;
  const matter = context.facts.get('matter', number);
  if (matter?.state !== 'open') return <p class="card">{`#${number} 已经办结，请回到“今天”查看。`}</p>;
  const card = matterCard(context, matter);
  return (
    <form method="post" action="/desk" class="card">
      <Hidden asked={asked} />
      <h2>{`确认 #${number}？`}</h2>
      <h3>{matterHead(card, context)}</h3>
      <div class="lines">{linesOf(card, context)}</div>
      <p>请逐项核对；认定以后，更正要另走程序。</p>
      <p class="acts">
        <button class="main" name="do" value={`confirm:${number}`}>
          核对无误，确认
        </button>
        <a href="/desk">先不办</a>
      </p>
    </form>
  );
}

export function ToRule(props: {
  readonly context: ActorContext;
  readonly asked: Asked;
  readonly card: MatterCard;
}) {
  const { context, asked, card } = props;
  const { number } = card;
  const unheard = unheardText(card, context);
  const aside = apart(context, number);
  return (
    <article class="card matter">
      {aside === undefined ? (
        <input
          type="checkbox"
          name="number"
          value={`${number}`}
          checked={asked.form?.numbers('number').includes(number) ?? false}
          aria-label={`勾选 #${number}`}
        />
      ) : (
        <span />
      )}
      <h3>{`#${number} ${matterHead(card, context)}`}</h3>
      <div class="lines">{linesOf(card, context)}</div>
      <Proof context={context} number={number} />
      {unheard === undefined ? null : <p class="lines muted">{unheard.split('；')[0]}。</p>}
      <Acts {...{ context, asked, card, isAside: aside === 'itself', isUnheard: unheard !== undefined }} />
    </article>
  );
}

/** The buttons of one matter, with what they need to be told. */
function Acts(props: {
  readonly context: ActorContext;
  readonly asked: Asked;
  readonly card: MatterCard;
  readonly isAside: boolean;
  readonly isUnheard: boolean;
}) {
  const { context, asked, card, isAside, isUnheard } = props;
  const { number } = card;
  const typed = (name: string) => asked.form?.text(`${name}-${number}`) ?? '';
  const isAnswered = card.kind === 'objection';
  return (
    <div class="acts">
      {wantsMeeting(card) && (
        <label>
          <span>会议日期</span>
          <input type="date" name={`meeting-${number}`} value={typed('meeting')} max={context.today} />
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
            <input name={`corrects-${number}`} value={typed('corrects')} inputmode="numeric" />
          </label>
        </>
      ) : !isUnheard ? (
        <button class="main" name="do" value={`${isAside ? 'ask' : 'confirm'}:${number}`}>
          {isAside ? '确认……' : '确认'}
        </button>
      ) : (
        <button name="do" value={`heard:${number}`}>
          已当面听取，确认
        </button>
      )}
      <label>
        <span>{isAnswered ? '答复说明' : '理由（驳回或退回时写）'}</span>
        <input name={`reason-${number}`} value={typed('reason')} maxlength={200} />
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
  );
}

/** Pictures and the first page of a PDF are shown, other files can be downloaded; only for those who may see the evidence whole. */
export function Proof({ context, number }: { readonly context: ActorContext; readonly number: number }) {
  const { facts, rulebook, actor } = context;
  const matter = facts.get('matter', number);
  if (matter === undefined || sightOf(facts, rulebook, matter, actor) !== 'whole') return null;
  const files = filesOf(facts, number).flatMap((id) => facts.get('file', id) ?? []);
  return files.length === 0 ? null : (
    <div class="proof">
      {files.map((file) => (
        <Piece {...file} at={`/desk/files/${number}/${file.id}`} />
      ))}
    </div>
  );
}

/** Of a document the browser shows the first page; a phone, which cannot, has the link. */
function Piece({ kind, name, at }: Pick<PaperFile, 'kind' | 'name'> & { readonly at: string }) {
  if (kind === 'picture')
    return (
      <a href={at}>
        <img src={at} alt={name} loading="lazy" />
      </a>
    );
  return (
    <div>
      <a href={at}>{name}</a>
      {/\.pdf$/iu.test(name) && (
        <iframe
          class="pdf"
          title={`${name}第1页`}
          src={`${at}?view=1#toolbar=0&navpanes=0&view=FitH`}
          loading="lazy"
        />
      )}
    </div>
  );
}
