/**
 * The wall clock of Asia/Shanghai as `YYYY-MM-DDTHH:MM:SS`. China has had no summer time since 1991,
 * so these strings sort as the instants do.
 */
export interface Clock {
  now(): string;
}
