import { Temporal } from 'temporal-polyfill';

/** A place in the future that the clock panel offers. */
export interface Jump {
  readonly label: string;
  /** `YYYY-MM-DDTHH:MM:SS` */
  readonly to: string;
}

/**
 * The jumps that a branch's day asks for. `quarterOpening` names the instant at which next quarter's first working day
 * begins to work; without it (no holiday calendar at hand) that jump is left out.
 */
export function jumpsFrom(now: string, quarterOpening?: (now: string) => string): readonly Jump[] {
  const at = Temporal.PlainDateTime.from(now);
  const nine = Temporal.PlainTime.from('09:00');
  const today = at.toPlainDate();
  const write = (instant: Temporal.PlainDateTime): string => instant.toString({ smallestUnit: 'second' });
  return [
    { label: '+1小时', to: write(at.add({ hours: 1 })) },
    { label: '明天上午9点', to: write(today.add({ days: 1 }).toPlainDateTime(nine)) },
    { label: '下周一上午9点', to: write(today.add({ days: 8 - today.dayOfWeek }).toPlainDateTime(nine)) },
    ...(quarterOpening ? [{ label: '下季度首个工作日', to: quarterOpening(now) }] : []),
  ];
}
