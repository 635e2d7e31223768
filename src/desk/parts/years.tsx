import type { Child } from 'hono/jsx';

/** The year that is shown, the one before and the one after, up to the last. */
export function YearTabs(props: {
  readonly year: number;
  readonly last: number;
  readonly at: string;
  readonly children?: Child;
}) {
  const { year, last, at, children } = props;
  return (
    <p class="tabs">
      {[year - 1, year, year + 1]
        .filter((one) => one <= last)
        .map((one) => (
          <a
            href={`${at}?year=${one}`}
            {...(one === year ? { 'aria-current': 'page' as const } : {})}
          >{`${one}年`}</a>
        ))}
      {children}
    </p>
  );
}
