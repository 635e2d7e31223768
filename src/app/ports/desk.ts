/** A way into the desk: works once, for so many minutes. */
export interface Invitation {
  readonly url: string;
  readonly minutes: number;
}
