import { isOffered } from '../../app/perform.js';
import { yearOf } from '../../domain/period/civil.js';
import { Table } from '../parts/frame.js';
import { yearAsked, type Page } from '../page.js';
import { papersOffered } from './offered.js';

/** The papers of a year, to download. */
export const papers: Page = {
  path: '/papers',
  title: '材料',
  who: 'everybody',
  inMenu: true,
  view(context, asked) {
    const year = yearAsked(asked, context.today);
    const may = papersOffered.filter(({ order }) => isOffered(context, order(year).useCase));
    return (
      <>
        <form method="get" action="/desk/papers" class="acts card">
          <label>
            <span>年度</span>
            <input type="number" name="year" value={`${year}`} min={2000} max={yearOf(context.today)} />
          </label>
          <button>换年度</button>
        </form>
        <Table
          caption={`${year}年材料`}
          heads={[`${year}年`, '', '']}
          rows={may.map(({ key, title }) => [
            title,
            <a href={`/desk/papers/${key}/preview?year=${year}`} aria-label={`预览${title}`}>
              预览
            </a>,
            <a href={`/desk/papers/${key}?year=${year}`} aria-label={`下载${title}`}>
              下载
            </a>,
          ])}
        />
        <p>
          <a href={`/desk/bundle?year=${year}`}>{`${year}年全部材料（一个压缩包）`}</a>
        </p>
        <p class="muted">大的材料需要几秒。</p>
      </>
    );
  },
};
