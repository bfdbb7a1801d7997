/** `2018-01-19` as `19/01/2018`: the days of a document stand without their weekday. */
export function formatDate(day: string): string {
  return day.split("-").reverse().join("/");
}
