import { showDetails } from '../../app/points/standing.js';
import { showRoster } from '../../app/roster/register/show.js';
import { showOwnData } from '../../app/upkeep/own-data.js';
import { heard } from '../heard.js';
import { LineForms } from '../lines/form.js';
import type { Page } from '../page.js';
import { ownForms } from './forms.js';

/** My record and score, each point with its clause and evidence, and what I do for myself. */
export const own: Page = {
  path: '/own',
  title: '我的',
  who: 'people',
  inMenu: true,
  view(context, asked) {
    const isMember = context.actor.kind === 'member';
    return (
      <>
        {isMember && (
          <>
            <h2>积分</h2>
            <div class="card lines">
              {heard(context, showDetails.intent({ member: null, year: null, picture: false }))}
            </div>
            <p class="links">
              <a href="/desk/papers/form/preview">看我的考核表</a>{' '}
              <a href="/desk/papers/card/preview">看我的信息卡</a>
            </p>
          </>
        )}
        {ownForms.map(({ title, forms }) => (
          <LineForms {...{ title, forms, context, asked }} at="/desk/own" />
        ))}
        <h2>信息卡</h2>
        <div class="card lines">{heard(context, showRoster.intent({ person: context.actor.id }))}</div>
        <h2>保存了哪些关于我的数据</h2>
        <div class="card lines">{heard(context, showOwnData.intent({}))}</div>
      </>
    );
  },
  forms: ownForms.flatMap(({ forms }) => forms),
};
