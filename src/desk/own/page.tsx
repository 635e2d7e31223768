import { showDetails } from '../../app/points/standing.js';
import { showRoster } from '../../app/roster/register/show.js';
import { heard } from '../heard.js';
import type { Page } from '../page.js';

/** My record and score, each point with its clause and evidence. */
export const own: Page = {
  path: '/own',
  title: '我的',
  who: 'members',
  inMenu: true,
  view: (context) => (
    <>
      <h2>积分</h2>
      <div class="card lines">
        {heard(context, showDetails.intent({ member: null, year: null, picture: false }))}
      </div>
      <p class="muted">有不同意见，请在与机器人的私聊里发送“/异议 编号 理由”，只在私聊里办理。</p>
      <h2>信息卡</h2>
      <div class="card lines">{heard(context, showRoster.intent({ person: context.actor.id }))}</div>
    </>
  ),
};
