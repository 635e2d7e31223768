import { lettersFor, resendLetters } from '../../app/notices/resend.js';
import { troubledRow } from '../../app/notices/doubt.js';
import { isOffered, mayAct } from '../../app/perform.js';
import { showAudit } from '../../app/status/audit.js';
import { overviewOf, showStatus, statusOf } from '../../app/status/show.js';
import type { ActorContext } from '../../app/use-case.js';
import { overviewLines } from '../../chat/replies/status/overview.js';
import { idleJobsText, jobsOf, statusLines } from '../../chat/replies/status/status.js';
import { fullDateTime } from '../../words/dates.js';
import { periodTitle } from '../../words/periods.js';
import { Table } from '../parts/frame.js';
import { makeBackup } from '../../app/upkeep/backup.js';
import { letterRow } from '../../chat/replies/status/sentences.js';
import { heard } from '../heard.js';
import { LineForms } from '../lines/form.js';
import type { LineForm } from '../lines/kind.js';
import type { Page } from '../page.js';

const ofLetter: readonly LineForm[] = [
  { key: 'again', title: '没有收到，补发', of: resendLetters, line: '/补发 {letter}', fields: {} },
  { key: 'arrived', title: '已经收到', of: resendLetters, line: '/补发 {letter} 已到', fields: {} },
];
const backup: LineForm = { key: 'backup', title: '现在备份', of: makeBackup, line: '/备份', fields: {} };
const audit: LineForm = {
  ...{ key: 'audit', title: '查看最近办了哪些事', of: showAudit, line: '/审计[ {count}]' },
  fields: { count: { label: '最近多少条', type: 'number' } },
};

/** How the bot is, the letters in doubt, and who did what. */
export const status: Page = {
  path: '/status',
  title: '状态',
  who: ['recorder', 'secretary', 'deputySecretary', 'supervisor', 'superior', 'inspector'],
  inMenu: true,
  view(context, asked) {
    const at = '/desk/status';
    const mayResend = mayAct(context.facts, context.actor, resendLetters.who);
    const letters = mayResend ? lettersFor(context) : [];
    return (
      <>
        {isOffered(context, showStatus) && <Report context={context} />}
        {mayResend && <h2>没有确认送达的消息</h2>}
        {letters.length > 0 && <p class="muted">请先问一下对方是否收到，再点。</p>}
        {mayResend && letters.length === 0 && <p class="card">没有需要补发的消息。</p>}
        {letters.map((letter) => (
          <article class="card">
            <p>{letterRow(troubledRow(context, letter), context)}</p>
            <div class="acts">
              <LineForms {...{ context, asked, at }} forms={ofLetter} fixed={{ letter: `${letter.id}` }} />
            </div>
          </article>
        ))}
        <LineForms {...{ context, asked, at }} forms={[backup, audit]} />
      </>
    );
  },
  forms: [...ofLetter, backup, audit],
};

/** What is wrong first; then how it is, and what the clock does by itself. */
function Report({ context }: { readonly context: ActorContext }) {
  const { today, now, actor } = context;
  // The inspector reads of the branch alone.
  if (actor.kind === 'inspector')
    return <div class="card lines">{heard(context, showStatus.intent({}))}</div>;
  const found = statusOf(context);
  const lines = statusLines(found, context, periodTitle);
  const wrong = lines.filter(({ isWrong }) => isWrong);
  const { jobs, others } = jobsOf(found.health);
  const at = (due: string | null) => (due === null ? '' : fullDateTime(due, today));
  return (
    <>
      <p class="muted">{fullDateTime(now, today)}</p>
      <section class={wrong.length === 0 ? 'said done' : 'said'}>
        {wrong.length === 0 ? '运行正常，没有要处理的。' : <h2>要处理的</h2>}
        {wrong.map(({ title, text }) => (
          <p>{`${title}：${text}。`}</p>
        ))}
      </section>
      {actor.kind === 'superior' && (
        <div class="card lines">{overviewLines(overviewOf(context), true, context).join('\n')}</div>
      )}
      <Table
        caption="运行情况"
        heads={['项目', '情况']}
        rows={lines.filter(({ isWrong }) => !isWrong).map(({ title, text }) => [title, text])}
      />
      <details class="card">
        <summary>定时工作</summary>
        <p class="muted">都由机器人按时自动办理，不用人管。</p>
        <Table
          caption="定时工作"
          heads={['工作', '上一次', '下一次']}
          rows={jobs.map(({ title, last, next }) => [title, at(last), at(next)])}
        />
        {others.length > 0 && <p class="muted">{`${idleJobsText(others)}。`}</p>}
      </details>
    </>
  );
}
