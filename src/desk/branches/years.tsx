import type { ActorContext } from '../../app/use-case.js';
import type { TierId } from '../../domain/rulebook/schema.js';
import { yearOf } from '../../domain/period/civil.js';
import { tierTitle } from '../../words/items.js';
import type { YearRow } from '../page.js';
import { Table } from '../parts/frame.js';

const order: readonly TierId[] = ['outstanding', 'qualified', 'basicallyQualified', 'unqualified'];

export function yearRows({ facts }: ActorContext): readonly YearRow[] {
  const records = facts.all('yearRecord');
  const held = facts.all('activity').filter(({ state }) => state === 'closed');
  return [...new Set(records.map(({ year }) => year))]
    .sort((one, other) => one - other)
    .map((year) => {
      const ofYear = records.filter((record) => record.year === year);
      const count = (tier: TierId) => ofYear.filter((record) => record.tier === tier).length;
      const tiers = {
        ...{ outstanding: count('outstanding'), qualified: count('qualified') },
        ...{ basicallyQualified: count('basicallyQualified'), unqualified: count('unqualified') },
      };
      return { year, tiers, activities: held.filter(({ at }) => yearOf(at) === year).length };
    });
}

/** The archived years of one branch as bars, a tier in each of its shades; the numbers stand beside them. */
export function Years(props: {
  readonly name: string;
  readonly rows: readonly YearRow[];
  readonly context: ActorContext;
}) {
  const { name, rows, context } = props;
  if (rows.length === 0) return null;
  const titles = order.map((tier) => tierTitle(tier, context.rulebook));
  return (
    <section>
      <h2>{`${name}历年考核`}</h2>
      <Table
        caption={`${name}历年考核`}
        heads={['年度', '各等次的比例', ...titles, '结束的活动']}
        numbers={[2, 3, 4, 5, 6]}
        rows={rows.map(({ year, tiers, activities }) => [
          `${year}年`,
          <Bar tiers={tiers} />,
          ...order.map((tier) => tiers[tier]),
          activities,
        ])}
      />
      <p class="muted">{`条形从左到右：${titles.join('、')}。只列人数，不列姓名。`}</p>
    </section>
  );
}

function Bar({ tiers }: Pick<YearRow, 'tiers'>) {
  const all = order.reduce((sum, tier) => sum + tiers[tier], 0);
  const width = (tier: TierId) => (all === 0 ? 0 : (tiers[tier] / all) * 200);
  return (
    <svg class="bar-of-tiers" viewBox="0 0 200 16" aria-hidden="true">
      {order.map((tier, index) => (
        <rect
          class={tier}
          x={order
            .slice(0, index)
            .reduce((sum, one) => sum + width(one), 0)
            .toFixed(1)}
          width={width(tier).toFixed(1)}
          height="16"
        />
      ))}
    </svg>
  );
}
