interface High {
  readonly height: number;
}

/** Rows in as few pictures as hold them, all about as high as each other: nobody gets one row on the last. */
export function balanced<R extends High>(rows: readonly R[], most: number): readonly (readonly R[])[] {
  const fewest = filled(rows, most);
  const all = rows.reduce((sum, { height }) => sum + height, 0);
  for (let height = Math.ceil(all / fewest.length); height < most; height += 8) {
    const even = filled(rows, height);
    if (even.length === fewest.length) return even;
  }
  return fewest;
}

/** Each filled before the next is begun; a row that is higher than `most` has one of its own. */
function filled<R extends High>(rows: readonly R[], most: number): readonly (readonly R[])[] {
  const pages: R[][] = [[]];
  let used = 0;
  for (const row of rows) {
    if (used > 0 && used + row.height > most) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(row);
    used += row.height;
  }
  return pages;
}
