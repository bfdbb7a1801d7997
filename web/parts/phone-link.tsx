/** A telephone number that calls when it is pressed, wherever a telephone or a softphone is at hand. */
export function PhoneLink({ number, className }: { number: string; className?: string }) {
  const dialled = number.replaceAll(/[^\d+]/g, "");
  if (dialled === "") return <span>{number}</span>;
  return (
    <a href={`tel:${dialled}`} className={`text-accent tabular-nums underline underline-offset-2 ${className ?? ""}`}>
      {number}
    </a>
  );
}
