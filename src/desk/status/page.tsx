import { lettersFor, resendLetters } from '../../app/notices/resend.js';
import { troubledRow } from '../../app/notices/doubt.js';
import { isOffered, mayAct } from '../../app/perform.js';
import { showAudit } from '../../app/status/audit.js';
import { showStatus } from '../../app/status/show.js';
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
    const letters = mayAct(context.facts, context.actor, resendLetters.who) ? lettersFor(context) : [];
    return (
      <>
        {isOffered(context, showStatus) && (
          <div class="card lines">{heard(context, showStatus.intent({}))}</div>
        )}
        <h2>没有确认送达的消息</h2>
        {letters.length === 0 ? (
          <p class="card">没有需要补发的消息。</p>
        ) : (
          <p class="muted">请先问一下对方是否收到，再点。</p>
        )}
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
