export interface AttendanceSays {
  noActivity: { readonly word: string };
}
