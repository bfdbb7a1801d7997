/** `150.000 đồng`. */
export function moneyInWords(amount: number): string {
  return `${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ".")} đồng`;
}
