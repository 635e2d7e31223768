declare const mark: unique symbol;

/** A value for private replies only: its type keeps it out of every group reply. */
export interface Private<T> {
  readonly [mark]: true;
  readonly kept: T;
}

export function keepPrivate<T>(value: T): Private<T> {
  return { kept: value } as Private<T>;
}

/** True where any part of `T` is private. */
export type HoldsPrivate<T> =
  T extends Private<unknown>
    ? true
    : T extends readonly (infer U)[]
      ? HoldsPrivate<U>
      : T extends object
        ? true extends { [K in keyof T]: HoldsPrivate<T[K]> }[keyof T]
          ? true
          : false
        : false;
