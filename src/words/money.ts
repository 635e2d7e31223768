/** 50元, 12.50元: from 分 */
export function yuan(amount: number): string {
  return `${amount % 100 === 0 ? amount / 100 : (amount / 100).toFixed(2)}元`;
}
