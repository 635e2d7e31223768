/** Where a score counts for reference only, or does not add up by itself. */

export const referenceMarks = { probationary: '预备党员，仅供参考', left: '年内离开，仅供参考' } as const;

/** 3分超出上限，不计算 */
export function overCap(points: number): string {
  return `${points}分超出上限，不计算`;
}

/** 3分超出基础分，不计算 */
export function overBase(points: number): string {
  return `${points}分超出基础分，不计算`;
}

/** 加分中3分超出上限，不计算; 减分中5分超出基础分，不计算: below a line of sums */
export function limitNotes(beyondCap: number, beyondBase: number): readonly string[] {
  return [
    ...(beyondCap > 0 ? [`加分中${overCap(beyondCap)}`] : []),
    ...(beyondBase > 0 ? [`减分中${overBase(beyondBase)}`] : []),
  ];
}

/** 加分超出上限3分，只记录、不计算: to the member */
export function ownLimitNotes(beyondCap: number, beyondBase: number): readonly string[] {
  return [
    ...(beyondCap > 0 ? [`加分超出上限${beyondCap}分，只记录、不计算`] : []),
    ...(beyondBase > 0 ? [`减分超出基础分${beyondBase}分，只记录、不计算`] : []),
  ];
}
